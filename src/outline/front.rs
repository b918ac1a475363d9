//! What stands before the first number and after the last: titles, document
//! numbers, addressees, signatures, dates.

use super::block::{Block, Lead};
use super::level::Class;
use super::line::FLAT;
use super::mark::Mark;
use super::tree::Style;

/// What a document calls itself at the end of its title.
const KINDS: [&str; 34] = [
    "规划", "计划", "方案", "办法", "细则", "意见", "通知", "决定", "规定", "条例", "纲要", "要点",
    "措施", "预案", "公告", "通告", "命令", "批复", "报告", "清单", "行动", "制度", "章程", "准则",
    "守则", "规程", "指南", "导则", "标准", "分工", "法", "函", "令", "表",
];

/// The longest title, in characters.
const LONGEST_TITLE: usize = 80;

/// A stretch of blocks that is no part of the numbered text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Matter {
    /// Title, addressees, preamble: from the first block to one past the last.
    Front(usize, usize),
    /// Signature, date, attachments, notes of publication.
    Back(usize, usize),
}

/// Finds the front and back matter: at the ends of the text, before annexes,
/// and where a second document begins in the same text.
pub(super) fn matter(text: &str, blocks: &[Block]) -> Vec<Matter> {
    let mut found = Vec::new();
    let number = |block: &Block| block.mark().is_some();
    let Some(first) = blocks.iter().position(number) else {
        let titles = titles(text, blocks);
        if let Some(&(_, end)) = titles.last() {
            found.push(Matter::Front(0, end));
        }
        return found;
    };
    if first > 0 {
        found.push(Matter::Front(0, first));
    }
    let mut last = first;
    let mut outermost = OutermostRun::default();
    for at in first..blocks.len() {
        let Some(mark) = blocks[at].mark() else {
            continue;
        };
        if mark.style == Style::Annex {
            push_back(text, blocks, last + 1, at, &mut found);
        } else if outermost.begins_again(mark)
            && let Some(start) = second_front(text, blocks, last + 1, at)
        {
            push_back(text, blocks, last + 1, start, &mut found);
            found.push(Matter::Front(start, at));
        }
        last = at;
    }
    push_back(text, blocks, last + 1, blocks.len(), &mut found);
    found
}

/// Follows the outermost numbers of the text.
#[derive(Default)]
struct OutermostRun {
    class: Option<Class>,
    last: u32,
}

impl OutermostRun {
    /// Whether the mark is an outermost one that begins at 1 again.
    fn begins_again(&mut self, mark: &Mark) -> bool {
        let class = Class::of(mark);
        if *self.class.get_or_insert(class) != class {
            return false;
        }
        let again = mark.value == 1 && self.last > 1;
        self.last = mark.value;
        again
    }
}

/// Where the front matter of a second document starts among the plain blocks
/// from `first` to one before `end`: after the first one's signature and date,
/// or at a title.
fn second_front(text: &str, blocks: &[Block], first: usize, end: usize) -> Option<usize> {
    let closing = (first..end)
        .rev()
        .find(|&at| is_closing(blocks[at].text(text)));
    let from = closing.map_or(first, |at| at + 1);
    let title = (from..end).find(|&at| title_at(text, &blocks[..end], at).is_some());
    if closing.is_some() && from < end {
        Some(from)
    } else {
        title
    }
}

fn push_back(text: &str, blocks: &[Block], first: usize, end: usize, found: &mut Vec<Matter>) {
    // An annex right after the last number leaves nothing between them.
    let first = first.min(end);
    let start = first + back(text, &blocks[first..end]);
    if start < end {
        found.push(Matter::Back(start, end));
    }
}

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
        && front
            .first()
            .is_some_and(|first| could_be_title(text, first))
    {
        titles.push((0, 1));
    }
    titles
}

/// The last block of the title that starts at `first`: the lines up to one
/// that ends in what the document is, without blank lines between.
fn title_at(text: &str, front: &[Block], first: usize) -> Option<usize> {
    let mut at = first;
    loop {
        let block = front.get(at)?;
        let line = block.text(text);
        if !could_be_title(text, block)
            || at - first > 3
            || (at > first && line.starts_with(['（', '(']))
        {
            return None;
        }
        if names_its_kind(line) {
            return Some(at);
        }
        let ends_block = text[block.to..block.end].matches('\n').count() != 1;
        if ends_block || block.hashes > 0 {
            return None;
        }
        at += 1;
    }
}

/// Whether a line belongs to the front or back matter by its form alone: a
/// document number, a date, a note of publication.
pub(super) fn is_front_line(line: &str) -> bool {
    is_reference_number(line) || is_closing(line)
}

fn could_be_title(text: &str, block: &Block) -> bool {
    let line = &text[block.from..block.to];
    block.lead == Lead::Plain
        && line.chars().count() <= LONGEST_TITLE
        && !line.ends_with(['。', '：', ':', '；', '，', '！', '？'])
        && !line.contains(['。', '\t', '|', '>'])
        && !is_field(line)
        && !is_rule(line)
        && !is_reference_number(line)
        && !is_date(line)
}

/// Whether the line ends in what a document can be.
pub(super) fn names_its_kind(line: &str) -> bool {
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

/// Where a title ends that stands on one line with what follows: the document
/// number (…的通知国办发〔2020〕43号各省…) or the addressees. Gives back the
/// places where the line falls apart.
pub(super) fn glued(line: &str) -> Vec<usize> {
    let head = &line[..line.floor_char_boundary(700)];
    let ends_title = |at: usize| KINDS.iter().any(|kind| head[..at].ends_with(kind));
    if let Some(bracket) = head.find(['〔', '［', '['])
        && let Some(number) = head[bracket..].find('号')
    {
        let agency = head[..bracket]
            .char_indices()
            .rev()
            .take(7)
            .map(|(at, _)| at);
        let title = agency
            .filter(|&at| at > 0 && bracket - at >= 6)
            .find(|&at| ends_title(at));
        return match title {
            Some(title) => {
                let past = bracket + number + "号".len();
                [title, past]
                    .into_iter()
                    .filter(|&at| at < line.len())
                    .collect()
            }
            None => Vec::new(),
        };
    }
    let addressed = head
        .match_indices('各')
        .map(|(at, _)| at)
        .find(|&at| at > 0 && ends_title(at));
    // In a short line the addressees must be told by their colon.
    let is_sure = |at: &usize| {
        let stop = head[*at..].find(['：', ':', '。', '，']);
        line.len() > FLAT
            || (stop.is_some_and(|stop| head[*at + stop..].starts_with(['：', ':']))
                && !head[..*at].contains(['。', '，', '；', '：']))
    };
    addressed.filter(is_sure).into_iter().collect()
}

/// What a site states of a document before its text.
#[rustfmt::skip]
const FIELDS: [&str; 31] = [
    "索引号", "索取号", "信息索引", "发布机构", "发文机关", "发文机构", "发布单位", "发文单位",
    "制发机关", "公开主体", "发布日期", "发文日期", "成文日期", "生成日期", "公开日期",
    "印发日期", "发布时间", "成文时间", "名称", "标题", "文号", "发文字号", "主题分类", "主题词",
    "信息来源", "来源", "有效性", "效力状态", "当前位置", "浏览次数", "字体",
];

/// 索 引 号：00123456, 发布时间：2021-03-04 来源：……
fn is_field(line: &str) -> bool {
    let near = &line[..line.floor_char_boundary(LONGEST_FIELD)];
    near.find(['：', ':', ']', '】']).is_some_and(|colon| {
        let bracketed = |char: char| "【[［〔".contains(char) || char.is_whitespace();
        let name: String = near[..colon]
            .chars()
            .filter(|&char| !bracketed(char))
            .collect();
        // `title:` and the like stand at the head of Markdown files.
        FIELDS.contains(&name.as_str()) || (!name.is_empty() && name.is_ascii())
    })
}

/// Longest name of a field set wide, in bytes.
const LONGEST_FIELD: usize = 48;

/// 国发〔2018〕42号
fn is_reference_number(line: &str) -> bool {
    line.ends_with('号') && line.contains(['〔', '[', '［', '【', '（', '第'])
}

/// 2008年8月11日, 二〇〇五年六月十一日
fn is_date(line: &str) -> bool {
    line.ends_with('日')
        && line.contains('年')
        && line.contains('月')
        && line.chars().count() <= 20
        && line.chars().all(is_in_date)
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

/// Where signature and date begin at the end of a line that holds more.
pub(super) fn glued_signature(line: &str) -> Option<(usize, usize)> {
    if !line.ends_with('日') {
        return None;
    }
    let from = line.ceil_char_boundary(line.len().saturating_sub(LONGEST_CLOSING));
    let near = &line[from..];
    let stop = near
        .rfind(['。', '）', '；'])
        .map(|stop| stop + '。'.len_utf8())?;
    let closing = &near[stop..];
    let date = closing
        .char_indices()
        .rev()
        .take_while(|&(_, char)| is_in_date(char))
        .last()
        .map(|(at, _)| at)?;
    let date = date + (closing[date..].len() - closing[date..].trim_start().len());
    let (signature, dated) = (&closing[..date], &closing[date..]);
    let signature_start = closing.len() - closing.trim_start().len();
    let is_signed = is_date(dated) && signature_start < date && is_signature(signature.trim());
    is_signed.then_some((from + stop, from + stop + date))
}

/// Longest signature with its date, in bytes.
const LONGEST_CLOSING: usize = 240;

fn is_in_date(char: char) -> bool {
    char.is_numeric() || char.is_whitespace() || "年月日〇○零一二三四五六七八九十".contains(char)
}

/// Whether a short line without stop may be a signature: bodies that issue
/// documents end in these.
fn is_signature(line: &str) -> bool {
    line.chars().count() <= 60
        && !line.contains(['。', '，', '；', '：', '、', '！', '？', '\t'])
        && [
            "委", "府", "院", "厅", "局", "办", "室", "部", "会", "组", "处", "署", "行", "社",
            "公司", "中心", "单位",
        ]
        .iter()
        .any(|end| line.ends_with(end))
}

/// The first of the blocks that follow the end: a list of attachments, a rule
/// drawn across the page, or signature and date.
fn back(text: &str, blocks: &[Block]) -> usize {
    let opens = |block: &Block| {
        let line = block.text(text);
        is_rule(line)
            || is_metadata(text[block.start..block.to].trim_start())
            || (block.lead == Lead::Listed && line.starts_with("附"))
            || line.starts_with("【")
    };
    let opened = blocks.iter().position(opens).unwrap_or(blocks.len());
    let mut first = opened;
    while first > 0 && blocks[first - 1].is_plain() && is_closing(blocks[first - 1].text(text)) {
        first -= 1;
    }
    let closed = first < opened;
    while first > 0
        && closed
        && blocks[first - 1].is_plain()
        && is_signature(blocks[first - 1].text(text))
    {
        first -= 1;
    }
    first
}

/// **更新时间**: 2026-01-26
fn is_metadata(line: &str) -> bool {
    line.starts_with("**") && (line.contains("**:") || line.contains("**："))
}

/// ---, ***, ===
fn is_rule(line: &str) -> bool {
    line.len() >= 3 && line.bytes().all(|byte| b"-*=_".contains(&byte))
}
