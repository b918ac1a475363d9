//! Text of a document made safe to show where control characters act.

use std::borrow::Cow;

/// The text with every character that would steer a terminal, break a line or
/// turn the reading direction replaced by one that is seen: C0 controls by
/// their pictures (`␛`), all others by `�`. Character for character, so that
/// columns stay true.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().any(acts) {
        Cow::Owned(text.chars().map(shown).collect())
    } else {
        Cow::Borrowed(text)
    }
}

fn shown(char: char) -> char {
    match char {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + char as u32).unwrap_or('�'),
        '\u{7f}' => '␡',
        _ if acts(char) => '�',
        _ => char,
    }
}

/// Controls, line and paragraph separators, the marks of the Unicode
/// Bidirectional Algorithm (UAX #9, 2) and the two non-characters that XML
/// forbids.
fn acts(char: char) -> bool {
    // Han and its punctuation, nearly all there is, are told at once.
    if ('\u{2070}'..'\u{fffe}').contains(&char) {
        return false;
    }
    char.is_control()
        || matches!(char,
            '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn what_acts_is_shown_and_what_does_not_is_left_alone() {
        for (text, expected) in [
            ("（一）加强领导", "（一）加强领导"),
            ("红\u{1b}[31m字", "红␛[31m字"),
            ("行\r\n一\t二", "行␍␊一␉二"),
            ("\u{7f}\u{9b}", "␡�"),
            ("甲\u{202e}乙\u{2066}丙\u{200f}", "甲�乙�丙�"),
            ("\u{2028}\u{ffff}", "��"),
            ("𠀀\u{3000}\u{feff}", "𠀀\u{3000}\u{feff}"),
        ] {
            assert_eq!(visible(text), expected, "{text:?}");
            assert_eq!(visible(text).chars().count(), text.chars().count());
        }
    }
}
