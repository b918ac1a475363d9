//! Whether a text is damaged: all its marks have become one.

/// Fewer Chinese characters, or fewer marks, prove nothing.
const FEWEST_HAN: usize = 200;
const FEWEST_MARKS: usize = 20;
/// A mark for so many characters at the least.
const SPARSEST: usize = 40;
/// For each mark of another kind so many full stops at the least.
const PUREST: usize = 30;

/// So many other marks, and more of them than full stops, end the search: a
/// sound text shows itself within a few lines.
const ENOUGH_OTHERS: usize = 64;

/// Whether every mark of punctuation in a Chinese text was turned into a full
/// stop of the other width.
pub fn is_damaged(text: &str) -> bool {
    let (mut han, mut stops, mut others) = (0, 0, 0);
    let mut previous = ' ';
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '.' | '．' => {
                let between = super::fragments::is_han(previous)
                    && chars
                        .peek()
                        .is_some_and(|&next| super::fragments::is_han(next));
                stops += usize::from(between);
            }
            '。' | '，' | '、' | '；' | '：' | '《' | '（' | '！' | '？' | '“' | ',' | ';'
            | ':' => {
                others += 1;
                if others >= ENOUGH_OTHERS && others > stops {
                    return false;
                }
            }
            _ => han += usize::from(super::fragments::is_han(char)),
        }
        previous = char;
    }
    han >= FEWEST_HAN
        && stops >= FEWEST_MARKS
        && stops * SPARSEST >= han
        && stops >= others * PUREST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_long_text_with_one_mark_for_all_is_damaged() {
        let sound = "加强河道管理，完善管护制度。开展巡查、清淤和绿化；严格考核：按年度进行。";
        let damaged = sound.replace(['，', '。', '、', '；', '：'], ".");
        let numbered = "1.加强河道管理2.完善管护制度3.开展巡查4.严格考核";
        let half_width = sound
            .replace(['，', '、', '；', '：'], ",")
            .replace('。', ".");
        for (text, expected) in [
            (damaged.repeat(20), true),
            (damaged.replace('.', "．").repeat(20), true),
            (damaged.clone(), false),
            (sound.repeat(20), false),
            (format!("{}{damaged}", sound.repeat(20)), false),
            (numbered.repeat(20), false),
            (half_width.repeat(20), false),
            ("one. two. three. ".repeat(100), false),
            (String::new(), false),
        ] {
            assert_eq!(is_damaged(&text), expected, "{text}");
        }
    }
}
