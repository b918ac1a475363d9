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
        "各县", "县级", "县（市、区", "县(市、区", "县（区", "区（县", "区县", "市县", "县委", "县政府", "县人民政府", "县级以上", "县以上", "省、市、县", "省市县", "市、县", "各区", "乡镇", "乡（镇", "街道", "村", "社区", "各地", "各地区", "各地方", "地方", "地方各级",
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
        None => (state_organ(part)?, CENTRAL),
    };
    let rest = skip_bracket(&part[end..]);
    if NOT_SUBJECT.iter().any(|after| rest.starts_with(after)) {
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
        let (office, after) = rest.split_once('、')?;
        let is_office = office.ends_with(['委', '办', '局', '署']) && office.chars().count() <= 8;
        if !is_office || office.contains(['省', '市', '县', '区']) {
            return None;
        }
        rest = after;
    }
    let ministry = NAMES.at_start(rest)?;
    (rest.len() < part.len() && rest[..ministry.end].ends_with('部')).then_some(rest)
}

/// What follows a time at the beginning: `“十四五”时期各省要……`.
fn after_time(part: &str) -> &str {
    if !part.starts_with(|first: char| first.is_ascii_digit() || "“\"在到自从".contains(first))
    {
        return part;
    }
    let near = part
        .char_indices()
        .nth(9)
        .map_or(part, |(at, _)| &part[..at]);
    ["时期", "期间", "年", "阶段"]
        .iter()
        .filter_map(|time| near.find(time).map(|at| &part[at + time.len()..]))
        .find(|rest| rest.starts_with(['各', '省', '中']) || rest.starts_with("国务院"))
        .unwrap_or(part)
}

/// What shows that a body's name only qualifies something or is acted on:
/// `中央文件精神`, `地方特色`.
#[rustfmt::skip]
const NOT_SUBJECT: &[&str] = &[
    "文件", "精神", "关于", "的部署", "的要求", "的决策", "部署", "要求", "特色", "标准", "权威", "驻", "以上", "先进", "范围", "示范", "志", "性法规", "政府债务",
    "债券", "戏", "特产", "名优", "集体", "居民", "民", "振兴", "生态", "风貌", "道路", "容", "域",
];

/// `国家` with the name of an office: its end, where a part begins with one.
fn state_organ(part: &str) -> Option<usize> {
    let rest = part.strip_prefix("国家")?;
    let near = rest
        .char_indices()
        .nth(12)
        .map_or(rest, |(at, _)| &rest[..at]);
    let (at, end) = [
        "预防腐败机构",
        "主管部门",
        "有关部门",
        "局",
        "委",
        "总署",
        "办",
    ]
    .iter()
    .filter_map(|end| near.find(end).map(|at| (at, *end)))
    .min()?;
    Some("国家".len() + at + end.len())
}

const JOINTS: [char; 6] = ['、', '和', '及', '与', '，', ' '];

/// Whether two names stand in one list.
fn is_joint(gap: &str, first: bool) -> bool {
    let gap = skip_bracket(gap);
    if first {
        return gap.is_empty();
    }
    let gap = gap.trim_matches(JOINTS);
    let gap = gap.strip_prefix("财政").unwrap_or(gap).trim_matches(JOINTS);
    gap.is_empty()
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
        ] {
            assert_eq!(subject(part).map(|(_, levels)| levels), expected, "{part}");
        }
    }
}
