//! A source for html5gum. Its own reader of strings is compiled into each of the tokenizer's eighty states; this one
//! stands beside them, a tenth of what a browser loads the less.

use std::convert::Infallible;

use html5gum::Reader;

/// What is left of the source.
pub struct Source<'a>(pub &'a [u8]);

impl Source<'_> {
    /// Takes so many bytes, as far as they are there.
    fn take(&mut self, count: usize) -> &[u8] {
        let (taken, rest) = self.0.split_at(count.min(self.0.len()));
        self.0 = rest;
        taken
    }
}

impl Reader for Source<'_> {
    type Error = Infallible;

    fn read_byte(&mut self) -> Result<Option<u8>, Infallible> {
        let Some((&first, rest)) = self.0.split_first() else {
            return Ok(None);
        };
        self.0 = rest;
        Ok(Some(first))
    }

    #[inline(never)]
    fn try_read_string(&mut self, wanted: &[u8], case_sensitive: bool) -> Result<bool, Infallible> {
        let Some(here) = self.0.get(..wanted.len()) else {
            return Ok(false);
        };
        let found = here == wanted || !case_sensitive && here.eq_ignore_ascii_case(wanted);
        if found {
            self.take(wanted.len());
        }
        Ok(found)
    }

    /// The bytes before the next of `ends`, or that one alone; they are all ASCII.
    #[inline(never)]
    fn read_until<'b>(
        &'b mut self,
        ends: &[u8],
        _: &'b mut [u8; 4],
    ) -> Result<Option<&'b [u8]>, Infallible> {
        let mut marks = [0u64; 2];
        for &end in ends {
            marks[usize::from(end >> 6 & 1)] |= 1 << (end & 63);
        }
        let is_end = |b: &u8| b.is_ascii() && marks[usize::from(b >> 6 & 1)] >> (b & 63) & 1 == 1;
        let count = self.0.iter().position(is_end).unwrap_or(self.0.len());
        let taken = self.take(count.max(1));
        Ok(if taken.is_empty() { None } else { Some(taken) })
    }
}
