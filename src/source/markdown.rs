//! Whether a text is Markdown. It is kept as it is, byte for byte; what its
//! marks mean is for the outline to say.

use memchr::memmem;

/// Whether the text clearly is Markdown: headings (`# `) make it so, or
/// several kinds of marks together; a `*` or a row of dashes does not.
pub(super) fn is_markdown(text: &str) -> bool {
    let bytes = text.as_bytes();
    if !["#", "**", "](", "--|"]
        .iter()
        .any(|mark| memmem::find(bytes, mark.as_bytes()).is_some())
    {
        return false;
    }
    let (mut headings, mut marks, mut lines) = (0_usize, 0_usize, 0_usize);
    for line in text
        .lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty())
    {
        lines += 1;
        headings += usize::from(is_heading(line));
        marks += usize::from(is_emphasised(line) || is_table_rule(line) || is_image_or_link(line));
    }
    // One heading may be a comment sign or a hash tag; the first line as one
    // is the title that converters write.
    headings >= 2
        || (headings == 1
            && (marks > 0
                || text
                    .lines()
                    .find(|line| !line.trim().is_empty())
                    .is_some_and(is_heading)))
        || (marks >= 2 && marks * 50 >= lines)
}

/// `# ` to `###### ` and some text.
fn is_heading(line: &str) -> bool {
    let text = line.trim_start_matches('#');
    let level = line.len() - text.len();
    (1..=6).contains(&level) && text.starts_with(' ') && !text.trim().is_empty()
}

/// A line with `**strong**` words.
fn is_emphasised(line: &str) -> bool {
    line.split_once("**").is_some_and(|(_, rest)| {
        rest.find("**")
            .is_some_and(|at| at > 0 && !rest.starts_with([' ', '*']))
    })
}

/// `|---|:--:|` under the head of a table.
fn is_table_rule(line: &str) -> bool {
    line.contains("---") && line.contains('|') && line.trim().chars().all(|c| "|-: ".contains(c))
}

/// `[text](address)` or an image.
fn is_image_or_link(line: &str) -> bool {
    line.split_once("](")
        .is_some_and(|(before, after)| before.contains('[') && after.contains(')'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_text_with_clear_marks_is_markdown() {
        let cases = [
            ("# 防汛条例\n\n第一条 为了……\n", true),
            ("前言\n## 第一章\n正文\n## 第二章\n", true),
            ("**发布日期**: 2024年\n**来源**: 网站\n正文\n", true),
            ("| 任务 | 单位 |\n|---|---|\n| 甲 | [乙](a) |\n", true),
            ("#防汛# 是话题\n正文\n", false),
            ("一、总则\n# 1 号机组\n正文\n", false),
            ("一、总则\n——甲\n* 乙\n-----\n", false),
            ("一、总则\n（一）甲\n", false),
            ("注：**为保密数据\n", false),
        ];
        for (text, expected) in cases {
            assert_eq!(is_markdown(text), expected, "{text}");
        }
    }
}
