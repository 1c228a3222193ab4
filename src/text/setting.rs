//! How a piece of text is set: a raised digit is the mark of a footnote and no digit of the figure before it; a struck
//! figure is still shown and is none with the one that replaces it.

/// How the piece at work is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Setting {
    pub raised: bool,
    pub struck: bool,
}

impl Setting {
    /// Adds a piece to what was set in another way before it.
    pub fn add(self, before: Setting, text: &mut String, piece: &str) {
        let turns = self.struck != before.struck;
        let is_number = |c: char| c.is_numeric();
        if turns && text.ends_with(is_number) && piece.starts_with(is_number) {
            text.push('\n');
        }
        match self.raised {
            true => text.extend(piece.chars().map(raised)),
            false => text.push_str(piece),
        }
    }
}

/// A raised digit as a character of its own.
pub fn raised(c: char) -> char {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digit = c.to_digit(10).and_then(|d| DIGITS.get(d as usize));
    digit.copied().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::Setting;

    #[test]
    fn marks_and_struck_figures_stay_apart_from_the_figure() {
        let (plain, mut raised, mut struck) =
            (Setting::default(), Setting::default(), Setting::default());
        (raised.raised, struck.struck) = (true, true);
        for (pieces, shown) in [
            (vec![(plain, "12"), (raised, "1")], "12¹"),
            (
                vec![(plain, "收到12"), (raised, "[1]"), (plain, "件")],
                "收到12[¹]件",
            ),
            (vec![(struck, "8"), (plain, "12")], "8\n12"),
            (vec![(plain, "1"), (plain, "2")], "12"),
            (vec![(struck, "共"), (plain, "12")], "共12"),
        ] {
            let (mut text, mut before) = (String::new(), plain);
            for (setting, piece) in pieces {
                setting.add(before, &mut text, piece);
                before = setting;
            }
            assert_eq!(text, shown);
        }
    }
}
