//! Lists of units: where one name ends and the next begins.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::diagnostic::Span;
use crate::vocabulary::{Endings, Vocabulary};

use super::super::Unit;

/// The units of a list, in printed order.
///
/// Names are parted by 、，；, by `和`, `及`, `会同` between two units, and by a blank
/// only where a complete name stands on both sides. Marks inside brackets part
/// nothing, nor do those of `各县、市、区`.
pub(super) fn units(text: &str, list: Span) -> Vec<Unit> {
    let listed = joined(text, split(text, unbracketed(text, list)));
    let mut pieces = Vec::with_capacity(listed.len());
    for piece in listed {
        conjoined(text, piece, &mut pieces);
    }
    let mut named = Vec::with_capacity(pieces.len());
    let mut prefix = "";
    for piece in pieces {
        let span = stripped(text, piece);
        let printed = span.of(text);
        if !printed.chars().any(char::is_alphanumeric) {
            continue;
        }
        let bare = compact(printed);
        let is_elided = is_elided(&bare);
        let name = if is_elided && !prefix.is_empty() {
            format!("{}{bare}", prefix_for(prefix, &bare))
        } else {
            if !is_elided {
                prefix = carried_prefix(printed).unwrap_or(prefix);
            }
            bare.into_owned()
        };
        named.push(Unit { name, span });
    }
    named
}

/// The list without a bracket that encloses all of it.
fn unbracketed(text: &str, list: Span) -> Span {
    let trimmed = list.trimmed(text);
    let enclosed = ["（）", "()", "【】", "[]"].iter().any(|pair| {
        let (open, close) = pair.split_at(pair.len() / 2);
        trimmed
            .of(text)
            .strip_prefix(open)
            .and_then(|rest| rest.strip_suffix(close))
            .is_some_and(|inside| !inside.contains(open) && !inside.contains(close))
    });
    if !enclosed {
        return list;
    }
    let inside = trimmed.of(text);
    let first = inside.chars().next().map_or(0, char::len_utf8);
    Span::new(trimmed.start + first, trimmed.end - first)
}

/// A name without its blanks.
pub(super) fn compact(name: &str) -> Cow<'_, str> {
    if name.contains(char::is_whitespace) {
        Cow::Owned(name.split_whitespace().collect())
    } else {
        Cow::Borrowed(name)
    }
}

/// The pieces between marks of separation outside brackets; blanks part where
/// complete names stand on both sides.
fn split(text: &str, list: Span) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut depth = 0_usize;
    let mut start = list.start;
    for (offset, char) in list.of(text).char_indices() {
        let at = list.start + offset;
        match char {
            '（' | '(' | '〔' => depth += 1,
            '）' | ')' | '〕' => depth = depth.saturating_sub(1),
            '、' | '，' | ',' | '；' | ';' | '\t' | '\n' | '。' if depth == 0 => {
                push_parted_at_blanks(text, Span::new(start, at), &mut pieces);
                start = at + char.len_utf8();
            }
            _ => {}
        }
    }
    push_parted_at_blanks(text, Span::new(start, list.end), &mut pieces);
    pieces
}

fn push_parted_at_blanks(text: &str, piece: Span, pieces: &mut Vec<Span>) {
    let mut rest = piece.trimmed(text);
    while let Some(offset) = rest.of(text).find(char::is_whitespace) {
        let first = Span::new(rest.start, rest.start + offset);
        let second = Span::new(first.end, rest.end).trimmed(text);
        let next = second.of(text);
        let next = next.split(char::is_whitespace).next().unwrap_or(next);
        let of_the_first = next.starts_with("各成员");
        let complete = looks_like_unit(first.of(text)) && looks_like_unit(next);
        if of_the_first || !complete || !has_prefix(next) {
            break;
        }
        pieces.push(first);
        rest = second;
    }
    if !rest.is_empty() {
        pieces.push(rest);
    }
}

/// Puts `各县、市、区政府` together again.
fn joined(text: &str, mut pieces: Vec<Span>) -> Vec<Span> {
    pieces.dedup_by(|piece, last| {
        let goes_on =
            starts_administrative(piece.of(text)) && is_open_administrative(last.of(text));
        if goes_on {
            last.end = piece.end;
        }
        goes_on
    });
    pieces
}

#[rustfmt::skip]
const ADMINISTRATIVE: &[&str] = &[
    "县级市", "自治区", "直辖市", "自治县", "自治州", "管委会", "街道", "区县", "县区", "市区",
    "市", "县", "区", "州", "盟", "旗", "乡", "镇", "省",
];

static PLACES: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::new(ADMINISTRATIVE.iter().copied()));

/// `各县`, `各有关区`, `各县、市`, `区`: a kind of place, not yet a body.
fn is_open_administrative(piece: &str) -> bool {
    let last = piece.rsplit('、').next().unwrap_or(piece);
    let bare = unqualified(last.trim_start_matches('各'));
    PLACES.at_start(bare).is_some_and(|kind| {
        let rest = &bare[kind.end..];
        rest.is_empty() || rest.starts_with(['（', '(']) && rest.ends_with(['）', ')'])
    })
}

/// A name without `有关` and `相关` before it.
fn unqualified(mut name: &str) -> &str {
    for word in ["有关", "相关"] {
        while let Some(rest) = name.strip_prefix(word) {
            name = rest;
        }
    }
    name
}

fn starts_administrative(piece: &str) -> bool {
    PLACES.at_start(piece).is_some_and(|kind| {
        let rest = &piece[kind.end..];
        rest.is_empty() || AFTER_PLACES.at_start(rest).is_some()
    })
}

/// What makes a kind of place a body, or goes on with the list of kinds.
static AFTER_PLACES: LazyLock<Vocabulary> = LazyLock::new(|| {
    Vocabulary::new([
        "党委",
        "政府",
        "人民政府",
        "管委会",
        "（",
        "(",
        "、",
        "委",
        "有关",
        "党工委",
        "和",
    ])
});

/// Parts a piece at `和`, `及`, `会同`, `等` where a unit stands on both sides.
fn conjoined(text: &str, piece: Span, pieces: &mut Vec<Span>) {
    let mut rest = piece;
    let mut from = 0;
    while let Some((offset, word)) = next_conjunction(rest.of(text), from) {
        let left = Span::new(rest.start, rest.start + offset);
        let right = Span::new(left.end + word.len(), rest.end);
        let (before, after) = (left.of(text), right.of(text));
        if word == "等" {
            if !looks_like_unit(before) {
                from = offset + word.len();
                continue;
            }
            pieces.push(left);
            let Some(named) = after_et_cetera(text, right) else {
                return;
            };
            rest = named;
            from = 0;
            continue;
        }
        let parts = looks_like_unit(before)
            && !after.starts_with('其')
            && !BARE_KINDS.contains(&strip_adverbs(after))
            && (has_prefix(after) || looks_like_unit(last_unit_end(after)));
        if parts {
            pieces.push(left);
            rest = right;
            from = 0;
        } else {
            from = offset + word.len();
        }
    }
    if !rest.is_empty() {
        pieces.push(rest);
    }
}

/// Words for bodies of no particular name.
const BARE_KINDS: &[&str] = &["部门", "单位", "机构", "地区", "地方", "政府", "人民政府"];

/// What is named after `等`: `等部门` and `等相关单位` name nobody, `等相关单位和
/// 各县区` the last.
fn after_et_cetera(text: &str, mut rest: Span) -> Option<Span> {
    loop {
        let piece = rest.of(text);
        let conjunction = next_conjunction(piece, 0);
        let first = strip_adverbs(conjunction.map_or(piece, |(at, _)| &piece[..at]));
        let bare = unqualified(first);
        if has_prefix(first) && !BARE_KINDS.contains(&bare) {
            return Some(rest);
        }
        let (at, word) = conjunction?;
        rest.start += at + word.len();
    }
}

fn last_unit_end(piece: &str) -> &str {
    strip_adverbs(piece)
}

fn next_conjunction(piece: &str, from: usize) -> Option<(usize, &'static str)> {
    let mut depth = 0_usize;
    for (at, char) in piece[from..].char_indices() {
        let at = from + at;
        match char {
            '（' | '(' | '〔' => depth += 1,
            '）' | ')' | '〕' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '以' if piece[at..].starts_with("以及") => return Some((at, "以及")),
            '会' if piece[at..].starts_with("会同") => return Some((at, "会同")),
            '和' => return Some((at, "和")),
            '及' => return Some((at, "及")),
            '与' => return Some((at, "与")),
            '等' => return Some((at, "等")),
            _ => {}
        }
    }
    None
}

/// Adverbs and verbs that stand between units and the role word.
#[rustfmt::skip]
const ADVERBS: &[&str] = &[
    "按照职责分工", "根据职责分工", "按各自职责分工", "依据职责分工", "按职责分工", "按各自职责",
    "按照各自职责", "按职责", "按分工", "依职责", "分工", "分别", "共同", "具体", "联合", "主要",
    "各自", "积极", "要", "应", "应当", "组织", "指导", "等", "等部门", "等单位", "等有关部门",
    "等相关部门", "等部门和单位",
];

/// The list without the adverbs at its end.
pub(super) fn strip_adverbs(list: &str) -> &str {
    let mut list = list.trim_end();
    while let Some(adverb) = ADVERB_ENDINGS.at_end(list) {
        list = list[..list.len() - adverb.len()].trim_end();
    }
    list
}

static ADVERB_ENDINGS: LazyLock<Endings> = LazyLock::new(|| Endings::new(ADVERBS.iter().copied()));

fn stripped(text: &str, piece: Span) -> Span {
    let piece = piece.trimmed(text);
    let mut list = strip_adverbs(without_rule(piece.of(text)));
    let mut start = piece.start;
    for word in INTRODUCTIONS {
        if let Some(rest) = list.strip_prefix(word).filter(|rest| !rest.is_empty()) {
            start += word.len();
            list = rest;
        }
    }
    Span::new(start, start + list.len()).trimmed(text)
}

/// Words before a name that are no part of it, in the order in which they stand.
const INTRODUCTIONS: [&str; 6] = ["由", "会同", "和", "及", "与", "以及"];

/// A name without the bracket after it that states a rule, not a part of it:
/// `市水务局（以下均包括各区政府，不再列出）`, `市水务局（列第一位者为牵头单位）`.
fn without_rule(name: &str) -> &str {
    let bare = without_bracket(name);
    let bracket = &name[bare.len()..];
    if ["不再", "下同", "以下", "为牵头"]
        .iter()
        .any(|word| bracket.contains(word))
    {
        bare
    } else {
        name
    }
}

/// Ends of names of public bodies.
#[rustfmt::skip]
const ENDINGS: &[&str] = &[
    "部", "委", "局", "厅", "办", "院", "署", "会", "组", "中心", "公司", "政府", "党委", "党组",
    "社", "处", "所", "科", "室", "站", "队", "团", "行", "关", "联", "协", "校", "馆", "部门",
    "单位", "地区", "机构", "区", "县", "市", "省", "镇", "乡", "街道", "集团", "台", "州", "旗",
    "盟", "企业", "地方", "工委", "武警", "法庭", "网", "报", "园", "层", "大学", "学院", "兵团",
    "总队", "支队", "城市", "中央",
];

static BODY_ENDINGS: LazyLock<Endings> = LazyLock::new(|| Endings::new(ENDINGS.iter().copied()));

/// Longest name with what stands in brackets after it, in bytes.
const LONGEST_NAME: usize = 200;

/// Whether a piece of text has the shape of a unit's name.
pub(super) fn looks_like_unit(piece: &str) -> bool {
    if piece.len() > LONGEST_NAME {
        return false;
    }
    let piece = piece.trim();
    let bare = without_bracket(piece);
    let chars = bare.chars().count();
    (2..=40).contains(&chars)
        && bare != "中央"
        && !bare.contains(['，', '。', '；', '：', '“', '《', '的'])
        && BODY_ENDINGS.at_end(bare).is_some()
        && VERB_OPENINGS.at_start(bare).is_none()
}

/// Whether a name is that of a particular body or of a class of them, not a
/// word such as `组织部门`.
pub(super) fn is_named(name: &str) -> bool {
    looks_like_unit(name) && (has_prefix(name) || is_elided(name))
}

fn without_bracket(piece: &str) -> &str {
    if piece.ends_with(['）', ')']) {
        piece
            .rfind(['（', '('])
            .map_or(piece, |at| piece[..at].trim_end())
    } else {
        piece
    }
}

static VERB_OPENINGS: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::new(NO_UNIT_OPENINGS.iter().copied()));

/// Openings that show a verb phrase, not a name.
#[rustfmt::skip]
const NO_UNIT_OPENINGS: &[&str] = &[
    "加强", "推进", "做好", "负责", "积极", "按", "谁", "不", "建立", "健全", "完善", "深入",
    "进一步", "切实", "坚持", "对", "为", "在", "把", "将", "以", "并", "会同", "联合", "所",
    "该", "其", "本", "责任", "全社会", "社会", "群众", "牵头", "配合", "协办", "一个", "专门", "专业", "相应", "同一",
];

/// Openings that only a public body's name has.
#[rustfmt::skip]
const PREFIXES: &[&str] = &[
    "各", "省", "市", "县", "区", "州", "盟", "旗", "国家", "中央", "国务院", "全国", "最高人民",
    "中国", "人民银行", "团", "有关", "相关", "自治区", "自治州", "驻", "地方", "武警", "军分区",
    "属地", "乡镇",
];

static PREFIX_WORDS: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::new(PREFIXES.iter().copied()));

pub(super) fn has_prefix(piece: &str) -> bool {
    PREFIX_WORDS.at_start(piece).is_some() && !is_elided(piece)
}

/// The level that a whole name carries and the next may leave out: `省科技厅` → `省`,
/// `市委组织部` → `市委`.
fn carried_prefix(name: &str) -> Option<&str> {
    const LEVELS: &[&str] = &["自治区", "省", "市", "县", "区", "州", "盟", "旗"];
    let level = LEVELS.iter().find(|level| name.starts_with(**level))?;
    let rest = &name[level.len()..];
    let party = rest
        .strip_prefix('委')
        .is_some_and(|office| PARTY_OFFICES.iter().any(|party| office.starts_with(party)));
    Some(&name[..level.len() + if party { "委".len() } else { 0 }])
}

/// Offices of a party committee, whose names begin with `市委`.
#[rustfmt::skip]
const PARTY_OFFICES: &[&str] = &[
    "组织部", "宣传部", "统战部", "政法委", "编办", "网信办", "党校", "老干部局", "政研室",
    "巡察办", "农办", "农工办", "台办", "外办", "机要局", "军民融合办", "社会工作部", "社工部",
];

fn prefix_for<'p>(prefix: &'p str, name: &str) -> &'p str {
    match prefix.strip_suffix('委') {
        Some(level) if !PARTY_OFFICES.iter().any(|office| name.starts_with(office)) => level,
        _ => prefix,
    }
}

/// Whether a name lacks the level it belongs to: it begins with its field
/// (`工业和信息化厅`, `市场监管局`) and ends as an office of a local government.
fn is_elided(name: &str) -> bool {
    let bare = without_bracket(name);
    OFFICES.at_start(bare).is_some()
        && OFFICE_ENDINGS.at_end(bare).is_some()
        && !["市政府", "市政协"]
            .iter()
            .any(|whole| bare.starts_with(whole))
}

static OFFICE_ENDINGS: LazyLock<Endings> =
    LazyLock::new(|| Endings::new(["局", "厅", "委", "办", "委员会", "办公室", "部"]));

static OFFICES: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(FIELDS.iter().copied()));

/// First words of the names of local offices.
#[rustfmt::skip]
const FIELDS: &[&str] = &[
    "发展", "发改", "教育", "科技", "科学", "工业", "工信", "经信", "经济", "公安", "民政",
    "司法", "财政", "人力", "人社", "自然资源", "国土", "规划", "生态", "环保", "环境", "住房",
    "住建", "建设", "城乡", "城市", "城管", "交通", "水利", "水务", "农业", "商务", "文化",
    "文旅", "文广", "旅游", "卫生", "卫健", "退役", "应急", "安监", "审计", "外事", "国资",
    "市场", "市政", "工商", "质监", "质量", "食品", "药监", "广播", "广电", "新闻", "体育",
    "统计", "医保", "医疗", "信访", "粮食", "林业", "海洋", "气象", "地震", "机关事务", "扶贫",
    "乡村振兴", "金融", "法制", "知识产权", "人防", "物价", "监察", "人事", "劳动", "大数据",
    "行政审批", "政务", "税务", "组织部", "宣传部", "统战部", "政法委", "编办", "网信办", "园林",
    "口岸", "民宗", "民族", "供销", "畜牧", "港航",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn names(list: &str) -> Vec<String> {
        units(list, Span::new(0, list.len()))
            .into_iter()
            .map(|unit| unit.name)
            .collect()
    }

    #[test]
    fn a_list_is_parted_between_names_and_not_inside_one() {
        for (list, expected) in [
            (
                "市水务局、市林业局，市路局",
                &["市水务局", "市林业局", "市路局"][..],
            ),
            (
                "市水务局；各县（市、区）政府",
                &["市水务局", "各县（市、区）政府"],
            ),
            (
                "各县、市、区党委，市水务局",
                &["各县、市、区党委", "市水务局"],
            ),
            ("市水务局，各区、县级市", &["市水务局", "各区、县级市"]),
            (
                "市整治河道领导小组 各成员单位",
                &["市整治河道领导小组各成员单位"],
            ),
            ("市委办 市水务局", &["市委办", "市水务局"]),
            (
                "市文化和旅游局、市规划和自然资源局",
                &["市文化和旅游局", "市规划和自然资源局"],
            ),
            ("市水务局和有关区县政府具体", &["市水务局", "有关区县政府"]),
            (
                "省水利厅及各设区市人民政府",
                &["省水利厅", "各设区市人民政府"],
            ),
            ("市护林领导小组及其办公室", &["市护林领导小组及其办公室"]),
            (
                "市妇女联合会会同市水务局、市路局",
                &["市妇女联合会", "市水务局", "市路局"],
            ),
            ("市水务局会同有关部门", &["市水务局", "有关部门"]),
            (
                "市水务局、市路局（列第一位者为牵头单位）",
                &["市水务局", "市路局"],
            ),
            (
                "林草局、水利部等国务院相关部门及各地区按职责分工",
                &["林草局", "水利部", "国务院相关部门", "各地区"],
            ),
            ("市水务局、市路局等按职责分工", &["市水务局", "市路局"]),
            ("市水务局、市路局等部门", &["市水务局", "市路局"]),
            ("水利部、财政部等有关部门和单位", &["水利部", "财政部"]),
            ("各有关部门和单位按职责分工", &["各有关部门和单位"]),
            (
                "各县（市、区）党委和政府，市直有关部门",
                &["各县（市、区）党委和政府", "市直有关部门"],
            ),
            (
                "中央和国家机关工委、共青团中央",
                &["中央和国家机关工委", "共青团中央"],
            ),
            ("市路局等有关区县政府", &["市路局", "有关区县政府"]),
            (
                "市财政（地税）局、市人大（政协）办",
                &["市财政（地税）局", "市人大（政协）办"],
            ),
            ("  市水务局 。", &["市水务局"]),
            ("/", &[]),
        ] {
            assert_eq!(names(list), expected, "{list}");
        }
    }

    #[test]
    fn a_level_left_out_is_put_back_only_before_a_local_office() {
        for (list, expected) in [
            (
                "省科技厅、工业和信息化厅",
                &["省科技厅", "省工业和信息化厅"][..],
            ),
            ("市教育局、市场监管局", &["市教育局", "市市场监管局"]),
            (
                "市财政局、市政府法制办、市政协办公室、市政公用局",
                &["市财政局", "市政府法制办", "市政协办公室", "市市政公用局"],
            ),
            (
                "市委组织部、宣传部、财政局",
                &["市委组织部", "市委宣传部", "市财政局"],
            ),
            (
                "市财政局、台州海关、越秀区",
                &["市财政局", "台州海关", "越秀区"],
            ),
            (
                "市财政局、人民银行台州支行",
                &["市财政局", "人民银行台州支行"],
            ),
            (
                "市教委、市政府外办、市政园林局",
                &["市教委", "市政府外办", "市市政园林局"],
            ),
            ("科技部、工业和信息化部", &["科技部", "工业和信息化部"]),
        ] {
            assert_eq!(names(list), expected, "{list}");
        }
    }
}
