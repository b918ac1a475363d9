//! What stands before the first number and after the last: titles, document
//! numbers, addressees, signatures, dates.

use super::block::{Block, Lead};

/// What a document calls itself at the end of its title.
const KINDS: [&str; 34] = [
    "规划", "计划", "方案", "办法", "细则", "意见", "通知", "决定", "规定", "条例", "纲要", "要点",
    "措施", "预案", "公告", "通告", "命令", "批复", "报告", "清单", "行动", "制度", "章程", "准则",
    "守则", "规程", "指南", "导则", "标准", "分工", "法", "函", "令", "表",
];

/// The longest title, in characters.
const LONGEST_TITLE: usize = 80;

/// The blocks of each title in the front matter, from first to one past last:
/// a title broken over lines is one.
pub(super) fn titles(text: &str, front: &[Block]) -> Vec<(usize, usize)> {
    let mut titles = Vec::new();
    let mut at = 0;
    while at < front.len() {
        let Some(last) = title_at(text, front, at) else {
            at += 1;
            continue;
        };
        titles.push((at, last + 1));
        at = last + 1;
    }
    if titles.is_empty()
        && let Some(first) = front.iter().position(|block| could_be_title(text, block))
        && first == 0
    {
        titles.push((0, 1));
    }
    titles
}

/// The last block of the title that starts at `first`.
fn title_at(text: &str, front: &[Block], first: usize) -> Option<usize> {
    (first..front.len().min(first + 4))
        .take_while(|&at| could_be_title(text, &front[at]))
        .find(|&at| {
            let block = &front[at];
            names_its_kind(&text[block.from..block.to])
        })
}

fn could_be_title(text: &str, block: &Block) -> bool {
    let line = &text[block.from..block.to];
    matches!(block.lead, Lead::Plain)
        && line.chars().count() <= LONGEST_TITLE
        && !line.ends_with(['。', '：', ':', '；', '，', '！', '？', '”'])
        && !line.contains('。')
        && !is_reference_number(line)
        && !is_date(line)
}

fn names_its_kind(line: &str) -> bool {
    let mut line = line.trim_end_matches(['*', '》', ' ', '　']);
    // （试行）, （2021—2035年）
    while let Some(open) = line
        .ends_with(['）', ')'])
        .then(|| line.rfind(['（', '(']))
        .flatten()
    {
        line = line[..open].trim_end();
    }
    let line = line.trim_end_matches(['》', '〉']);
    KINDS
        .iter()
        .any(|kind| line.ends_with(kind) && line.len() > kind.len() + 3)
}

/// 国发〔2018〕42号
fn is_reference_number(line: &str) -> bool {
    line.ends_with('号') && line.contains(['〔', '[', '［', '【', '（', '第'])
}

/// 2008年8月11日, 二〇〇五年六月十一日
pub(super) fn is_date(line: &str) -> bool {
    line.ends_with('日')
        && line.contains('年')
        && line.contains('月')
        && line.chars().count() <= 20
        && line.chars().all(|char| {
            char.is_numeric()
                || char.is_whitespace()
                || "年月日〇零一二三四五六七八九十".contains(char)
        })
}

/// Whether a document may end with this line: a date, a note of publication.
fn is_closing(line: &str) -> bool {
    is_date(line)
        || (line.starts_with(['（', '('])
            && line.ends_with(['）', ')'])
            && ["公开", "发至", "印发"]
                .iter()
                .any(|word| line.contains(word)))
}

/// Whether a short line without stop may be a signature.
fn is_signature(line: &str) -> bool {
    line.chars().count() <= 30 && !line.contains(['。', '，', '；', '：', '、', '！', '？'])
}

/// The first of the blocks that follow the end, such as signature and date.
pub(super) fn back(text: &str, blocks: &[Block]) -> usize {
    let line = |block: &Block| &text[block.from..block.to];
    let mut first = blocks.len();
    while first > 0 {
        let block = &blocks[first - 1];
        if !matches!(block.lead, Lead::Plain) || !is_closing(line(block)) {
            break;
        }
        first -= 1;
    }
    if first < blocks.len()
        && first > 0
        && matches!(blocks[first - 1].lead, Lead::Plain)
        && is_signature(line(&blocks[first - 1]))
    {
        first -= 1;
    }
    first
}
