//! Bodies that a clause is addressed to, and the levels they stand for.

use std::sync::LazyLock;

use crate::task::Level;
use crate::vocabulary::Vocabulary;

/// Levels of government as a set: a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Levels(u8);

/// Only the centre.
const CENTRAL: Levels = Levels(0b0001);
/// Provinces; what is below them only carries out.
const PROVINCE: Levels = Levels(0b0010);
/// Cities, and the provinces that see to it.
const CITY: Levels = Levels(0b0110);
/// Every locality.
const LOCAL: Levels = Levels(0b1110);
/// The centre and every locality.
const ALL: Levels = Levels(0b1111);

impl Levels {
    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn include(self, level: Level) -> bool {
        let bit = match level {
            Level::Central => 0b0001,
            Level::Province => 0b0010,
            Level::City => 0b0100,
            Level::County => 0b1000,
        };
        self.0 & bit != 0
    }
}

#[rustfmt::skip]
const BODIES: &[(&[&str], Levels)] = &[
    (&[
        "党中央", "中央", "中央和国家机关", "中央国家机关", "国务院", "全国人大", "全国人民代表大会", "全国政协", "最高人民法院", "最高人民检察院", "中国人民解放军", "中国人民武装警察",
        "人民解放军", "武警部队", "国家机构", "人民银行", "中国人民银行", "银监会", "银保监会", "证监会", "保监会", "海关总署",
        "税务总局", "市场监管总局", "供销合作总社", "国铁集团", "外交部", "国防部", "公安部", "教育部", "科技部", "民政部", "司法部", "财政部",
        "监察部", "水利部", "商务部", "文化部", "卫生部", "应急部", "应急管理部", "人力资源社会保障部", "人力资源和社会保障部", "自然资源部", "生态环境部",
        "住房城乡建设部", "住房和城乡建设部", "交通运输部", "农业农村部", "农业部", "文化和旅游部", "退役军人部", "退役军人事务部", "工业和信息化部",
        "国土资源部", "环境保护部", "铁道部", "信息产业部", "审计署", "国家发展改革委", "国家卫生健康委", "国资委会同", "发展改革委会同",
        "各部委", "有关部委", "部委",
    ], CENTRAL),
    (&[
        "各省", "省级", "省、自治区、直辖市", "省（自治区、直辖市）", "省(自治区、直辖市)", "省委", "省政府", "省人民政府", "自治区人民政府", "直辖市人民政府",
        "省级以上",
    ], PROVINCE),
    (&[
        "各市", "市（地、州、盟）", "市（地、州）", "市（州）", "市(地、州、盟)", "地（市）", "地（市、州", "地级市", "设区的市", "设区市", "市级", "市委", "市政府", "市人民政府", "地市",
        "城市人民政府", "城市政府", "地级以上", "设区的市级以上",
    ], CITY),
    (&[
        "各县", "县级", "县（市、区", "县(市、区", "县（区", "区（县", "区县", "市县", "县委", "县政府", "县人民政府", "县级以上", "县以上", "省、市、县", "省市县", "市、县", "各区", "乡镇", "乡（镇", "街道", "村", "社区", "各地", "各地区", "有关地区", "相关地区", "有关地方", "各地方", "地方", "地方各级",
        "基层", "当地", "所在地", "各级", "试点城市", "试点地区",
    ], LOCAL),
    (&["全党", "各地区各部门", "各地区、各部门", "各地各部门", "各地、各部门", "各级各部门"], ALL),
];

static LEVELS: LazyLock<Vec<Levels>> = LazyLock::new(|| {
    BODIES
        .iter()
        .flat_map(|(names, levels)| names.iter().map(|_| *levels))
        .collect()
});

static NAMES: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::new(BODIES.iter().flat_map(|(names, _)| names.iter().copied())));

/// The bodies that a part of a sentence begins with, as its subject, and the
/// levels they stand for: `各省（自治区、直辖市）、中央和国家机关……`.
pub(super) fn subject(part: &str) -> Option<(&str, Levels)> {
    let part = after_time(part);
    if let Some(listed) = after_label(part).and_then(subject) {
        return Some(listed);
    }
    if let Some((body, levels)) = after_state(part).and_then(subject) {
        return Some((body, CENTRAL.and(levels)));
    }
    if let Some(rest) = after_offices(part)
        && let Some((body, levels)) = subject(rest)
    {
        return Some((&part[..part.len() - rest.len() + body.len()], levels));
    }
    let mut found: Option<(usize, Levels)> = None;
    let begins = part.starts_with(['（', '(']) || NAMES.at_start(part).is_some();
    for name in begins.then(|| NAMES.find_all(part)).into_iter().flatten() {
        let before = found.map_or(0, |(end, _)| end);
        if !is_joint(&part[before..name.start], found.is_none()) {
            break;
        }
        // `财政部门` is an office of every level.
        if part[name.start..name.end].ends_with('部') && part[name.end..].starts_with('门') {
            break;
        }
        let levels = LEVELS[name.word];
        let all = found.map_or(levels, |(_, others)| others.and(levels));
        found = Some((name.end, all));
    }
    let (end, levels) = match found {
        Some(found) => found,
        None => (central_organ(part)?, CENTRAL),
    };
    let rest = skip_bracket(&part[end..]);
    if only_qualifies(rest) || levels == CENTRAL && rest.contains("设在地方") {
        return None;
    }
    let end = part.len() - rest.len();
    Some((&part[..end], levels))
}

/// What follows offices that stand at every level, where a ministry does:
/// `发展改革委、扶贫办、农业农村部要……`.
fn after_offices(part: &str) -> Option<&str> {
    let mut rest = part;
    while NAMES.at_start(rest).is_none() {
        let (office, after) = split_near(rest, '、', 8)?;
        if !office.ends_with(['委', '办', '局', '署']) || office.contains(['省', '市', '县', '区'])
        {
            return None;
        }
        rest = after;
    }
    let ministry = NAMES.at_start(rest)?;
    (rest.len() < part.len() && rest[..ministry.end].ends_with('部')).then_some(rest)
}

/// What follows a time at the beginning: `“十四五”时期各省要……`.
fn after_time(part: &str) -> &str {
    let opens_time = |first: char| {
        first.is_ascii_digit() || matches!(first, '“' | '"' | '在' | '到' | '自' | '从')
    };
    if !part.starts_with(opens_time) {
        return part;
    }
    ["时期", "期间", "年", "阶段"]
        .iter()
        .filter_map(|time| near(part, 9).find(time).map(|at| &part[at + time.len()..]))
        .find(|rest| rest.starts_with(['各', '省', '中']) || rest.starts_with("国务院"))
        .unwrap_or(part)
}

/// What follows a short label: `组长：水利部、商务部……`.
fn after_label(part: &str) -> Option<&str> {
    let (_, rest) = split_near(part, '：', LONGEST_LABEL)?;
    Some(rest)
}

/// What stands before and after a mark that has no more than so many
/// characters before it.
fn split_near(text: &str, mark: char, characters: usize) -> Option<(&str, &str)> {
    let mut near = text.char_indices().take(characters + 1);
    let (at, _) = near.find(|&(_, char)| char == mark)?;
    Some((&text[..at], &text[at + mark.len_utf8()..]))
}

/// What follows the state where it is named with others: `国家和省级……`.
fn after_state(part: &str) -> Option<&str> {
    part.strip_prefix("国家")?
        .strip_prefix(['和', '与', '及', '或', '、'])
}

/// Longest label before a list of bodies, in characters.
const LONGEST_LABEL: usize = 5;

/// Whether a body's name only qualifies what follows it.
fn only_qualifies(rest: &str) -> bool {
    let after_office = ["办公厅", "办公室"]
        .iter()
        .find_map(|office| rest.strip_prefix(office))
        .unwrap_or(rest);
    [rest, after_office]
        .iter()
        .any(|rest| QUALIFIED.iter().any(|after| rest.starts_with(after)))
        || names_a_thing(rest)
}

/// Whether a thing of the place is named, not a body there. An office named
/// after its field is a body: `省级生态环境主管部门`.
pub(super) fn names_a_thing(after_place: &str) -> bool {
    THINGS_OF_A_PLACE
        .iter()
        .any(|thing| after_place.starts_with(thing))
        && !["部门", "厅"]
            .iter()
            .any(|office| near(after_place, 12).contains(office))
}

/// What shows that any body's name only qualifies something, is acted on or
/// stands for its branches: `中央文件精神`, `人民银行分支机构`.
#[rustfmt::skip]
const QUALIFIED: &[&str] = &[
    "文件", "精神", "关于", "的部署", "的要求", "的决策", "部署", "要求", "权威", "驻", "以上",
    "分行", "支行", "分支", "各分支", "派出机构", "各派出",
];

/// What a place's name stands before without being a body: `地方特色`, `县域`.
#[rustfmt::skip]
const THINGS_OF_A_PLACE: &[&str] = &[
    "特色", "标准", "先进", "范围", "示范", "志", "性法规", "政府债务", "债券", "戏", "特产",
    "名优", "集体", "居民", "民", "振兴", "生态", "风貌", "道路", "容", "域",
];

/// A body of the centre that no list can hold, named at the beginning of a
/// part: where its name ends.
fn central_organ(part: &str) -> Option<usize> {
    state_acts(part)
        .then_some("国家".len())
        .or_else(|| state_organ(part))
        .or_else(|| head_office(part))
        .or_else(|| state_enterprise(part))
}

/// Whether the state itself is said to do something: `国家推行……`, not
/// `国家扶持政策`.
fn state_acts(part: &str) -> bool {
    let Some(rest) = part.strip_prefix("国家") else {
        return false;
    };
    if let Some(object) = rest.strip_prefix('对') {
        return TREATING.iter().any(|verb| object.contains(verb));
    }
    let after = |verbs: &[&'static str]| verbs.iter().find_map(|verb| rest.strip_prefix(verb));
    if let Some(object) = after(PROMOTING) {
        return !PROMOTED.iter().any(|noun| object.starts_with(noun)) && !is_attribute(object);
    }
    after(ACTING).is_some_and(|object| !is_attribute(object))
}

/// Whether a verb before this qualifies a noun: `国家鼓励发展的……`.
fn is_attribute(after_verb: &str) -> bool {
    let after_verb = DEVELOPING
        .iter()
        .find_map(|verb| after_verb.strip_prefix(verb))
        .unwrap_or(after_verb);
    after_verb.starts_with('的')
}

/// Verbs of the state that also qualify what it promotes.
#[rustfmt::skip]
const PROMOTING: &[&str] = &[
    "鼓励", "支持", "推行", "推动", "推进", "倡导", "提倡", "禁止", "保障", "促进", "引导",
];

/// What is promoted where such a verb qualifies: `国家鼓励类产业`.
#[rustfmt::skip]
const PROMOTED: &[&str] = &[
    "类", "性", "政策", "项目", "资金", "基金", "目录", "范围", "力度",
];

/// Verbs and adverbs that make the state the one who acts.
#[rustfmt::skip]
const ACTING: &[&str] = &[
    "建立", "健全", "完善", "实行", "实施", "采取", "加强", "加大", "深化", "持续", "加快",
    "逐步", "依法", "统筹", "严格", "制定", "组织", "大力", "积极", "继续", "进一步", "应当",
];

/// Verbs that may stand between a verb and the noun it qualifies.
const DEVELOPING: &[&str] = &[
    "发展", "生产", "推广", "使用", "投资", "建设", "开发", "设立", "取消", "规定",
];

/// What the state does to the object of `对`.
const TREATING: &[&str] = &[
    "实行", "实施", "给予", "采取", "建立", "进行", "予以", "加强",
];

/// `国家` with the name of an office: its end, where a part begins with one.
fn state_organ(part: &str) -> Option<usize> {
    let rest = part.strip_prefix("国家")?;
    if after_state(part).is_some() {
        return None;
    }
    let name = name_in(rest, 12);
    let (at, end) = [
        "预防腐败机构",
        "主管部门",
        "有关部门",
        "指挥部",
        "领导小组",
        "委员会",
        "局",
        "委",
        "总署",
        "办",
    ]
    .iter()
    .filter_map(|end| name.find(end).map(|at| (at, *end)))
    .min()?;
    Some("国家".len() + at + end.len())
}

/// The end of a name in `总局` or `总署`, where a part begins with one.
fn head_office(part: &str) -> Option<usize> {
    near(part, LONGEST_HEAD_OFFICE).find('总')?; // Seldom there, and found soon.
    let name = name_in(part, LONGEST_HEAD_OFFICE);
    let at = name.find("总局").or_else(|| name.find("总署"))?;
    let field = &name[..at];
    let is_name = field.chars().count() >= 2
        && !field.contains([
            '和', '对', '向', '报', '经', '会', '同', '要', '将', '把', '与', '按',
        ])
        && !["加强", "配合", "协助", "支持"]
            .iter()
            .any(|verb| field.starts_with(verb));
    is_name.then_some(at + "总局".len())
}

/// Longest name of a head office that is looked for, in characters.
const LONGEST_HEAD_OFFICE: usize = 10;

/// The end of the name of a bank or company of the whole country, where a part
/// begins with one: `中国……总公司`.
fn state_enterprise(part: &str) -> Option<usize> {
    let rest = part.strip_prefix("中国")?;
    let name = name_in(rest, 14);
    if name.starts_with("特色") {
        return None;
    }
    let (at, end) = ["银行", "集团公司", "总公司", "总社"]
        .iter()
        .filter_map(|end| name.find(end).map(|at| (at, *end)))
        .min()?;
    Some("中国".len() + at + end.len())
}

/// The characters from the beginning that may be one name: up to a mark or a
/// word that no name holds.
fn name_in(text: &str, longest: usize) -> &str {
    let text = near(text, longest);
    let end = text
        .find(['、', '，', '；', '：', '。', '（', '(', '的', '由'])
        .into_iter()
        .chain(text.find("规定"))
        .min();
    end.map_or(text, |end| &text[..end])
}

/// The first characters of a text.
fn near(text: &str, characters: usize) -> &str {
    text.char_indices()
        .nth(characters)
        .map_or(text, |(at, _)| &text[..at])
}

const JOINTS: [char; 8] = ['、', '和', '及', '与', '或', '者', '，', ' '];

/// Whether two names stand in one list.
fn is_joint(gap: &str, first: bool) -> bool {
    let gap = skip_bracket(gap);
    if first {
        return gap.is_empty();
    }
    let gap = gap.trim_matches(JOINTS);
    let gap = gap.strip_prefix("财政").unwrap_or(gap).trim_matches(JOINTS);
    gap.is_empty()
        || gap.ends_with("主管部门") && gap.chars().count() <= LONGEST_OFFICE
        || [
            "党委",
            "政府",
            "人民政府",
            "有关部门",
            "国家机关",
            "和国家机关",
            "各部门",
        ]
        .contains(&gap)
}

/// Longest name of an office after its government's, in characters:
/// `国务院水行政主管部门或者省级……`.
const LONGEST_OFFICE: usize = 10;

fn skip_bracket(text: &str) -> &str {
    for (open, close) in [('（', '）'), ('(', ')')] {
        if text.starts_with(open)
            && let Some(at) = text.find(close)
        {
            return &text[at + close.len_utf8()..];
        }
    }
    text
}

/// The levels that a body named as responsible stands for; nothing for a name
/// that does not tell.
pub(super) fn levels_of(name: &str) -> Option<Levels> {
    let (_, levels) = subject(name)?;
    Some(levels)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_subject_of_a_part_tells_its_levels() {
        for (part, expected) in [
            ("中央纪委要会同有关部门", Some(CENTRAL)),
            ("国家预防腐败机构要", Some(CENTRAL)),
            ("国家税务局负责", Some(CENTRAL)),
            ("国务院有关部门负责", Some(CENTRAL)),
            ("农业农村部要", Some(CENTRAL)),
            ("各省（自治区、直辖市）要", Some(PROVINCE)),
            ("各省（自治区、直辖市）、市（地、州、盟）进一步", Some(CITY)),
            (
                "各省（自治区、直辖市）、中央和国家机关每年",
                Some(PROVINCE.and(CENTRAL)),
            ),
            ("各级党委要", Some(LOCAL)),
            ("地方各级人民政府要", Some(LOCAL)),
            ("各地区各部门要", Some(ALL)),
            ("县级以上人民政府应当", Some(LOCAL)),
            ("“十四五”时期各省要", Some(PROVINCE)),
            ("中央财政和地方财政应", Some(ALL)),
            ("发展改革委、扶贫办、农业农村部等部门要", Some(CENTRAL)),
            ("市发展改革委、财政部驻地方机构要", None),
            ("党委、政府要", None),
            ("国家机关、事业单位不得", None),
            ("中央和国家机关要", Some(CENTRAL)),
            ("财政部门要", None),
            ("中央文件精神", None),
            ("国家公职人员", None),
            ("加强中央企业管理", None),
            ("国家推行节水灌溉", Some(CENTRAL)),
            ("国家逐步建立长期护理保险", Some(CENTRAL)),
            ("国家对小型水库实行分级管理", Some(CENTRAL)),
            ("国家建立统一的信息平台", Some(CENTRAL)),
            ("国家鼓励类产业企业", None),
            ("国家扶持政策", None),
            ("国家支持的项目", None),
            ("国家鼓励发展的产业", None),
            ("国家工作人员不得", None),
            ("国家规定办理的事项", None),
            ("国家和省有关部门", None),
            ("国家和省级应急指挥部要", Some(PROVINCE.and(CENTRAL))),
            (
                "国务院水行政主管部门或者省级人民政府应当",
                Some(PROVINCE.and(CENTRAL)),
            ),
            ("国家防汛工作指挥部要", Some(CENTRAL)),
            ("国家机关、代表大会常务委员会不得", None),
            ("体育总局负责", Some(CENTRAL)),
            ("会同体育总局", None),
            ("中国进出口银行要", Some(CENTRAL)),
            ("中国进出口银行分行要", None),
            ("组长：水利部、商务部有关负责人", Some(CENTRAL)),
            ("国务院民政部门应当", Some(CENTRAL)),
            ("省级生态林业主管部门应当", Some(PROVINCE)),
            ("省级民政部门应当", Some(PROVINCE)),
            ("省级生态公园", None),
            ("国务院办公厅关于养老服务的意见", None),
            ("国务院办公厅负责", Some(CENTRAL)),
            ("中央部门设在地方的单位可以", None),
        ] {
            assert_eq!(subject(part).map(|(_, levels)| levels), expected, "{part}");
        }
    }
}
