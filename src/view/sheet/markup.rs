//! Writes HTML: markup that stands in the code, and text of which every character stays text.

use crate::text::fold::is_direction;

/// A page as it grows.
#[derive(Default)]
pub struct Markup(String);

impl Markup {
    /// Markup, which is never made of anything that was read.
    pub fn tag(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// A text of a document, of a person or of ours; also inside of a quoted attribute.
    pub fn text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                '\n' | '\t' => self.0.push(c),
                c if c.is_control() || is_noncharacter(c) || is_direction(c) => {
                    self.0.push('\u{fffd}')
                }
                c => self.0.push(c),
            }
        }
        self
    }

    /// A text between two pieces of markup.
    pub fn put(&mut self, open: &'static str, text: &str, close: &'static str) -> &mut Self {
        self.tag(open).text(text).tag(close)
    }

    pub fn done(self) -> String {
        self.0
    }
}

/// Code points that HTML does not know.
fn is_noncharacter(c: char) -> bool {
    let code = u32::from(c);
    (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        let mut markup = Markup::default();
        markup.put(
            "<p>",
            "<b a=\"1\" c='2'>&amp;</b>\0\u{202e}乙\u{1b}\n",
            "</p>",
        );
        assert_eq!(
            markup.done(),
            "<p>&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;\u{fffd}\u{fffd}乙\u{fffd}\n</p>"
        );
    }
}
