//! RTF as a stream of groups, controls and bytes.

/// What comes next.
#[derive(Debug, PartialEq, Eq)]
pub enum Token<'a> {
    Open,
    Close,
    /// `\word` with its number, where it has one.
    Control(&'a str, Option<i32>),
    /// `\` and one character that is no letter.
    Symbol(u8),
    /// A byte of text, written plainly or as `\'b1`.
    Byte(u8),
}

pub struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Tokens<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Tokens { rest: bytes }
    }

    fn take(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.rest.split_at(count.min(self.rest.len()));
        self.rest = rest;
        taken
    }

    /// The length of the bytes at the start that are such.
    fn run(&self, such: impl Fn(&u8) -> bool) -> usize {
        self.rest.iter().take_while(|byte| such(byte)).count()
    }

    /// What follows a backslash.
    fn control(&mut self) -> Option<Token<'a>> {
        let letters = self.run(u8::is_ascii_alphabetic);
        if letters == 0 {
            let symbol = *self.take(1).first()?;
            if symbol != b'\'' {
                return Some(Token::Symbol(symbol));
            }
            let digits = self.take(2);
            let byte = std::str::from_utf8(digits).ok();
            let byte = byte.and_then(|digits| u8::from_str_radix(digits, 16).ok());
            return Some(Token::Byte(byte.unwrap_or(b'?')));
        }
        let word = std::str::from_utf8(self.take(letters)).unwrap_or("");
        let sign = usize::from(self.rest.first() == Some(&b'-'));
        let digits = self.rest.get(sign..).unwrap_or_default();
        let digits = digits
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let number = match digits {
            0 => None,
            _ => {
                let text = std::str::from_utf8(self.take(sign + digits)).unwrap_or("");
                Some(text.parse().unwrap_or(0))
            }
        };
        if self.rest.first() == Some(&b' ') {
            self.take(1);
        }
        if word == "bin" {
            self.take(
                number
                    .and_then(|count| usize::try_from(count).ok())
                    .unwrap_or(0),
            );
        }
        Some(Token::Control(word, number))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            return Some(match *self.take(1).first()? {
                b'{' => Token::Open,
                b'}' => Token::Close,
                b'\\' => self.control()?,
                b'\r' | b'\n' | 0 => continue,
                byte => Token::Byte(byte),
            });
        }
    }
}
