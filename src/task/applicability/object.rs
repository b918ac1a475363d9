//! Matters that are reserved to a higher level.

use std::sync::LazyLock;

use super::Open;
use super::body;
use crate::vocabulary::{Endings, Vocabulary};

/// How a matter is reserved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reserved {
    /// Whatever is done with it: the army, treaties, national legislation.
    Always,
    /// When it is reformed, set up or regulated, not when a rule on it is
    /// carried out: taxes, courts' procedure, financial supervision.
    WhenShaped,
    /// When it is made or changed: laws and standards for the whole country.
    WhenMade,
    /// When it is laid down, not when it is improved on: standards and
    /// catalogues of a trade.
    WhenLaidDown,
    /// Only beside another reserved matter: `国际合作`.
    BesideAnother,
    /// Not to be told: bodies of the centre deal with it in every place.
    Doubtful,
}

/// A matter that a part of a sentence deals with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Matter<'t> {
    /// The part's words for it.
    pub words: &'t str,
    /// How it is reserved.
    pub kind: Reserved,
    /// Down to which level it is open.
    pub open: Open,
}

#[rustfmt::skip]
const MATTERS: &[(Reserved, Open, &[&str])] = &[
    (Reserved::Always, Open::Nobody, &[
        // Defence and foreign affairs: 宪法 89, 立法法 11.
        "中央军委", "解放军", "武装警察部队", "国防和军队", "外交", "缔结", "双边", "多边", "引渡", "遣返", "国际执法", "司法协助", "联合国", "国际公约", "履行公约", "领事", "世界贸易组织", "自由贸易协定",
        "中资企业", "国（境）外中资", "驻外机构", "驻外使领馆",
        // Legislation of the state and the party's own rules.
        "国家立法", "国家法律", "上升为法律", "上升为国家", "宪法修改", "党内法规制定", "司法解释",
        // Bodies of the centre.
        "中央政治局", "中央委员会", "中央和国家机关", "中央国家机关", "国家预防腐败机构", "中央企业", "中央管理的", "中管", "国有重要骨干企业", "国家重点工程", "省（部）级", "省部级", "中央层面", "国家层面", "全国性", "扩大到全国", "在全国推广", "在全国范围", "再贷款", "再贴现", "存款准备金",
        "对省（", "对省级", "对各省", "中央储备", "民用航空器", "适航", "综合性消防救援队伍",
    ]),
    (Reserved::WhenShaped, Open::Nobody, &[
        // Taxes: 税收征收管理法 3, 立法法 11.
        "税制", "所得税", "增值税", "消费税", "营业税", "关税", "资源税", "税率", "税收优惠政策", "税收减免", "税收调节", "税收制度", "加计扣除", "税前扣除", "出口退税",
        "房产税", "契税", "印花税", "环境保护税", "财税体制改革", "金融体制改革",
        // Money, markets and their supervision: 中国人民银行法 2, 证券法 7, 银行业监督管理法 2.
        "金融监管", "支付监管", "反洗钱", "可疑交易", "金融账户", "账户管理系统", "货币政策", "利率", "汇率", "外汇", "资本市场", "最低收购价", "证券市场", "期货市场", "上市公司", "上市金融", "股权激励", "存款保险",
        // Courts and procedure: 立法法 11.
        "司法职权", "司法管理制度", "司法管理体制", "司法财政保障", "司法体制改革", "诉讼制度", "诉讼程序", "法律监督的程序", "减刑", "假释", "裁定程序", "刑罚", "刑事政策", "仲裁制度", "检察制度", "审判制度", "法律统一适用",
        // Pay and services that are the same in the whole country: 公务员法 79, 电信条例.
        "事业单位工资收入分配", "公务员工资", "普遍服务", "退休年龄", "全国统筹", "结售汇", "基准定额",
    ]),
    (Reserved::WhenMade, Open::Nobody, &[
        "法律法规", "法律制度", "法律规定", "法规体系", "法律体系", "行政法规", "部门规章", "国家标准", "行业标准", "国家目录", "全国统一", "具有中国特色的", "惩罚性赔偿",
    ]),
    (Reserved::WhenLaidDown, Open::Nobody, &[
        "质量标准", "技术标准", "审查标准", "审理标准", "认证标准", "产业目录", "产品目录", "指导目录",
    ]),
    // 大气污染防治法 9, 水污染防治法 14: a province may set its own.
    (Reserved::WhenLaidDown, Open::Province, &["排放标准"]),
    (Reserved::BesideAnother, Open::Nobody, &["国际合作", "国际交流", "税收"]),
    // Inspection tours are sent out by the centre and provinces; a city's are 巡察.
    (Reserved::Doubtful, Open::Province, &["巡视工作"]),
    (Reserved::Doubtful, Open::Nobody, &[
        "自由贸易试验区", "自贸试验区", "海关", "通关", "查验", "网站备案", "商标审查", "商标注册", "商标认定", "商标变更", "商标续展", "海事管理机构", "专利审查", "专利申请",
    ]),
];

static KINDS: LazyLock<Vec<(Reserved, Open)>> = LazyLock::new(|| {
    MATTERS
        .iter()
        .flat_map(|(kind, open, words)| words.iter().map(|_| (*kind, *open)))
        .collect()
});

static WORDS: LazyLock<Vocabulary> = LazyLock::new(|| {
    Vocabulary::new(
        MATTERS
            .iter()
            .flat_map(|(_, _, words)| words.iter().copied()),
    )
});

/// Words without one of which a part deals with no reserved matter and with no
/// office of a rank.
static SIGNS: LazyLock<Vocabulary> = LazyLock::new(|| {
    let matters = MATTERS.iter().flat_map(|(_, _, words)| *words);
    let others = [&REFORMING[..], &LOCALITIES, &THE_CENTRE, &OF_ALL, &["级"]].concat();
    Vocabulary::new(matters.copied().chain(others))
});

/// Whether a part may be reserved by anything but making rules: most hold none
/// of the words, and one look tells.
pub(super) fn has_sign(part: &str) -> bool {
    SIGNS.is_in(part)
}

/// Verbs of carrying out: what they govern is done here, whoever made it.
#[rustfmt::skip]
const CARRYING_OUT: &[&str] = &[
    "落实", "贯彻", "执行", "实施", "遵守", "宣传", "学习", "普及", "争取", "享受", "兑现", "用好", "查处", "惩治", "打击", "严禁", "纠正", "治理", "按照", "按规定", "根据", "依据", "依照",
    "符合", "违反", "对接", "维护", "支持", "配合", "协助", "报请", "上报", "报经", "报送", "防止", "案件",
];

/// Verbs of setting up, changing and regulating.
#[rustfmt::skip]
const SHAPING: &[&str] = &[
    "制定", "制订", "修订", "修改", "完善", "健全", "建立", "改革", "规范", "推进", "深化", "优化", "强化", "加强", "调整", "统一", "清理", "取消", "严格控制", "控制", "构建",
    "提高", "降低", "减免", "免征", "减征", "实行", "推行", "纳入", "理顺", "改进",
];

/// The matter reserved to a higher level that a part of a sentence deals with.
pub(super) fn reserved(part: &str) -> Option<Matter<'_>> {
    let mut weak: Option<Matter<'_>> = None;
    for found in WORDS.find_all(part) {
        let words = &part[found.start..found.end];
        let (kind, open) = KINDS[found.word];
        let mut matter = Matter { words, kind, open };
        let before = &part[..found.start];
        let after = &part[found.end..];
        // State property in listed companies is the owner's matter.
        if words.starts_with("上市公司") && after.starts_with("国有") || before.ends_with("应")
        {
            continue;
        }
        let carried_out = !shapes_institution(part) && carries_out(before)
            || ["执行情况", "落实情况", "的实施", "的执行"]
                .iter()
                .any(|state| after.starts_with(state));
        let holds = match kind {
            Reserved::Always => {
                !carried_out || words.starts_with("国家立法") || is_acted_on(before, after)
            }
            Reserved::WhenShaped => {
                !carried_out && SHAPING.iter().any(|verb| before.contains(verb))
            }
            Reserved::WhenMade => {
                !carried_out
                    && MAKING
                        .iter()
                        .chain(&["建立", "上升", "推出"])
                        .any(|verb| before.contains(verb))
            }
            Reserved::WhenLaidDown => match laid_down(before) {
                Some(verb) if !carried_out => {
                    matter.words = &part[verb..found.end];
                    true
                }
                _ => false,
            },
            Reserved::BesideAnother => {
                weak = weak.filter(|other| other.kind == kind).or(Some(matter));
                false
            }
            Reserved::Doubtful => {
                if !carried_out && is_of_the_centre(words, before, after) {
                    weak = weak.or(Some(matter));
                }
                false
            }
        };
        if holds {
            return Some(matter);
        }
    }
    weak
}

/// Whether what follows is carried out here, whoever made it.
fn carries_out(before: &str) -> bool {
    let by_rule = before
        .rfind('按')
        .is_some_and(|at| !SHAPING.iter().any(|verb| before[at..].contains(verb)));
    by_rule || CARRYING_OUT.iter().any(|verb| before.contains(verb))
}

/// Where the verb stands that lays down a standard for everybody.
fn laid_down(before: &str) -> Option<usize> {
    let at = LAYING_DOWN
        .iter()
        .filter_map(|verb| before.find(verb))
        .min()?;
    // Who is helped to it stands before the verb, whose it is after it.
    let after = LAYING_DOWN
        .iter()
        .find_map(|verb| before[at..].strip_prefix(verb))
        .unwrap_or_default();
    let is_own = OWNERS
        .iter()
        .any(|owner| before[..at].contains(owner) || after.starts_with(owner))
        || ["鼓励", "引导", "参与"]
            .iter()
            .any(|helps| before[..at].contains(helps))
        || before.ends_with("地方");
    (!is_own).then_some(at)
}

/// Whose standards are their own.
const OWNERS: [&str; 6] = ["地方", "本地", "企业", "团体", "协会", "联盟"];
const LAYING_DOWN: [&str; 7] = ["制定", "制订", "修订", "起草", "颁布", "编制", "出台"];

/// `制定……全国……清单`: what is made for the whole country.
pub(super) fn lays_down_for_all(part: &str) -> Option<&str> {
    const PUBLISHING: [&str; 2] = ["发布", "公布"];
    let verbs = LAYING_DOWN.iter().chain(&PUBLISHING);
    done_for_all(part, verbs, &["标准", "目录", "指引", "清单"])
}

/// `完善全国……平台`: what the whole country has one of.
pub(super) fn keeps_for_all(part: &str) -> Option<&str> {
    const KEEPING: [&str; 6] = ["打造", "建设", "扩大", "更新", "动态调整", "升级"];
    let verbs = SHAPING.iter().chain(&KEEPING);
    done_for_all(
        part,
        verbs,
        &["平台", "系统", "数据库", "目录", "信息网", "网络"],
    )
}

fn done_for_all<'t>(
    part: &'t str,
    verbs: impl Iterator<Item = &'static &'static str>,
    things: &[&str],
) -> Option<&'t str> {
    WHOLE_COUNTRY.find(part)?; // Seldom there, and looked for sooner than all verbs.
    let (at, end) = verbs
        .filter_map(|verb| part.find(verb).map(|at| (at, at + verb.len())))
        .min()?;
    let object = &part[end..];
    let of_all = WHOLE_COUNTRY.find(object)?.start;
    let between = &object[..of_all];
    let mut after = object[of_all..].chars().skip("全国".chars().count());
    let joins = |char: char| matches!(char, '与' | '和' | '、');
    if after.next().is_some_and(joins)
        || between.contains(joins)
        || between.chars().count() > FURTHEST_OBJECT
        || carries_out(&part[..end + of_all])
        || object[of_all..].starts_with("国家级")
    {
        return None;
    }
    things
        .iter()
        .filter_map(|norm| object[of_all..].find(norm).map(|from| from + norm.len()))
        .min()
        .map(|norm| &part[at..end + of_all + norm])
}

const OF_ALL: [&str; 2] = ["全国", "国家"];
static WHOLE_COUNTRY: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(OF_ALL));

/// Furthest that `全国` stands after the verb that makes it, in characters.
const FURTHEST_OBJECT: usize = 8;

/// Whether a doubtful matter is meant as bodies of the centre deal with it,
/// and not what somebody is helped to or what else its word is used for.
fn is_of_the_centre(words: &str, before: &str, after: &str) -> bool {
    let helps = ["鼓励", "引导", "帮助", "指导", "申报"]
        .iter()
        .any(|verb| before.contains(verb));
    // `上海关于……` names no customs house.
    let is_only_mentioned = words == "海关" && before.ends_with(['与', '同', '和', '、', '上']);
    // Papers are looked through at shops and gates as well.
    let is_of_papers = words == "查验"
        && (["进货", "身份", "证件", "资格"]
            .iter()
            .any(|papers| before.ends_with(papers))
            || ["证", "身份", "记录", "登记"]
                .iter()
                .any(|papers| after.starts_with(papers)));
    !(helps || is_only_mentioned || is_of_papers)
}

/// A superior's dealings with localities: `督促地方……`,
/// `对各地区……开展考核`. Helping and encouraging them is done at every level.
pub(super) fn directs_localities(part: &str) -> Option<&str> {
    if part.starts_with('为') || !LOCALITY_NAMES.is_in(part) {
        return None;
    }
    let directs = ["指导", "督促", "授权"].iter().find_map(|verb| {
        let from = part.find(verb)?;
        let mut rest = &part[from + verb.len()..];
        while let Some(after) = ["指导", "督促", "推动", "支持", "和", "、", "有关", "相关"]
            .iter()
            .find_map(|word| rest.strip_prefix(word))
        {
            rest = after;
        }
        let at = part.len() - rest.len();
        LOCALITY_NAMES
            .at_start(rest)
            .filter(|place| !body::names_a_thing(&rest[place.end..]))
            .map(|place| &part[from..at + place.end])
    });
    directs.or_else(|| {
        let from = part.find('对')?;
        let rest = &part[from + '对'.len_utf8()..];
        let rest = rest.strip_prefix("有关").unwrap_or(rest);
        let place = LOCALITY_NAMES.at_start(rest)?;
        let after = &rest[place.end..];
        let end = OVERSEEING
            .iter()
            .filter_map(|act| after.find(act).map(|at| at + act.len()))
            .min()?;
        (!body::names_a_thing(after)).then(|| &part[from..part.len() - after.len() + end])
    })
}

const LOCALITIES: [&str; 7] = [
    "地方",
    "各地",
    "各省",
    "省级",
    "副省级城市",
    "试点城市",
    "试点地区",
];
static LOCALITY_NAMES: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(LOCALITIES));

const OVERSEEING: [&str; 6] = ["督查", "督导", "检查", "抽查", "考核", "通报"];

/// Words of reporting straight to the centre, as provinces and ministries do;
/// where a city is named, it does so itself.
pub(super) fn reports_to_centre(part: &str) -> Option<&str> {
    CENTRE.find(part)?;
    let is_report = ["请示", "报告", "批准", "同意", "审批", "审定", "备案"]
        .iter()
        .any(|act| part.contains(act));
    let reports = [
        "向国务院",
        "向党中央",
        "报国务院",
        "报请国务院",
        "报经国务院",
        "报党中央",
        "报请党中央",
        "报请中央",
        "报经中央",
    ];
    reports
        .iter()
        .filter(|_| is_report)
        .find_map(|words| part.find(words).map(|at| (at, &part[at..at + words.len()])))
        .filter(|&(at, _)| !part[..at].contains(['市', '县']))
        .map(|(_, words)| words)
}

const THE_CENTRE: [&str; 2] = ["国务院", "中央"];
static CENTRE: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(THE_CENTRE));

/// Several reforms that share one ending, some of them reserved:
/// `深化医药卫生和财税体制改革`. The first reserved one, and whether another
/// is not.
pub(super) fn joint_reforms(part: &str) -> Option<(&str, bool)> {
    let tail = REFORMS.find(part)?;
    let mut joint = &part[..tail.start];
    let tail = &part[tail.start..tail.end];
    while let Some(rest) = SHAPING.iter().find_map(|verb| joint.strip_prefix(verb)) {
        joint = rest;
    }
    let stems: Vec<&str> = joint.split(['、', '和', '与', '及']).collect();
    if stems.len() < 2 {
        return None;
    }
    let is_reserved = |stem: &&&str| {
        reserved(&format!("深化{stem}{tail}"))
            .is_some_and(|matter| matter.kind == Reserved::WhenShaped)
    };
    let first = *stems.iter().find(is_reserved)?;
    Some((first, !stems.iter().all(|stem| is_reserved(&stem))))
}

const REFORMING: [&str; 2] = ["体制改革", "制度改革"];
static REFORMS: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(REFORMING));

/// Whether a reserved object is one act of laying down rules or of directing
/// localities or reporting, which nobody else can do a share of.
pub(super) fn is_one_act(object: &str) -> bool {
    object.starts_with('《')
        || MAKING
            .iter()
            .chain(&LAYING_DOWN)
            .chain(&["发布", "公布", "指导", "督促", "授权", "对", "向", "报"])
            .any(|verb| object.starts_with(verb))
        || WORDS
            .at_start(object)
            .is_some_and(|found| KINDS[found.word].0 == Reserved::WhenMade)
}

/// `完善查处……的制度`: the institution is shaped, not the acts it is for done.
fn shapes_institution(part: &str) -> bool {
    let end = part.trim_end_matches(['。', '；']);
    ["完善", "健全", "建立", "改革", "规范"]
        .iter()
        .any(|verb| part.starts_with(verb))
        && ["制度", "机制", "体系", "体制", "规定"]
            .iter()
            .any(|noun| end.ends_with(noun))
}

/// `对中央企业的巡视`: the act itself is done to what is reserved.
fn is_acted_on(before: &str, after: &str) -> bool {
    before.contains('对') && after.contains('的')
}

/// A rule of law or of the party that a part of a sentence makes, without a
/// title: `制定……的规定`, `健全……法规`. The part's own words for it.
pub(super) fn makes_rules(part: &str) -> Option<&str> {
    let end = part.trim_end_matches(['。', '；', '等']);
    if let Some(law) = makes_law(end) {
        return Some(law);
    }
    NORM_ENDINGS.at_end(end)?;
    let (at, verb) = MAKING
        .iter()
        .filter_map(|verb| part.find(verb).map(|at| (at, *verb)))
        .min_by_key(|&(at, verb)| (at, std::cmp::Reverse(verb.len())))?;
    let object = &part[at + verb.len()..];
    let object = object.trim_end_matches(['。', '；', '等']);
    if object.contains('《') {
        return None;
    }
    let norm = NORMS.iter().find(|norm| object.ends_with(**norm))?;
    if object[..object.len() - norm.len()].ends_with("实施") {
        return None;
    }
    let strict = matches!(verb, "健全" | "完善" | "建立健全")
        && !matches!(*norm, "规定" | "法规" | "法律" | "法律法规" | "条例");
    let for_carrying_out = ["贯彻", "落实", "结合实际", "结合本", "因地制宜", "地方性"]
        .iter()
        .any(|word| part.contains(word));
    (!strict && !for_carrying_out).then(|| &part[at..at + verb.len() + object.len()])
}

/// `起草海洋法`: a law by its name, without marks.
fn makes_law(part: &str) -> Option<&str> {
    let is_other = |part: &str| {
        [
            "办法", "方法", "做法", "执法", "司法", "用法", "书法", "守法",
        ]
        .iter()
        .any(|word| part.ends_with(word))
    };
    if !part.ends_with('法') || is_other(part) {
        return None;
    }
    let at = ["起草", "制定", "制订", "修订", "修改"]
        .iter()
        .filter_map(|verb| part.find(verb))
        .min()?;
    let is_name = !part[at..].contains(['的', '、', '《']);
    (is_name && !carries_out(&part[..at])).then(|| &part[at..])
}

const MAKING: &[&str] = &[
    "制定",
    "制订",
    "修订",
    "修改",
    "起草",
    "出台",
    "颁布",
    "建立健全",
    "健全",
    "完善",
];

/// Rules that bind beyond the body that makes them.
#[rustfmt::skip]
const NORMS: &[&str] = &[
    "法律法规", "法律", "法规", "条例", "规定", "办法", "准则", "意见", "规章", "司法解释",
];

static NORM_ENDINGS: LazyLock<Endings> = LazyLock::new(|| Endings::new(NORMS.iter().copied()));

/// Openings of parts that say to what end, on what footing or by what means,
/// and commit to nothing of their own.
#[rustfmt::skip]
const ATTENDANT: &[&str] = &[
    "提高", "增强", "充分体现", "保证", "确保", "形成", "实现", "促进", "努力", "不断", "使", "切实保障", "维护", "最大", "进一步形成", "为", "以此", "做到",
    "在", "按照", "按规定", "根据", "结合", "从", "围绕", "借鉴", "通过", "以", "适时", "适应", "依托", "充分利用", "对照", "针对", "经", "待", "力争", "争取", "逐步形成", "推动形成",
    "对于", "除", "凡", "如", "若", "因", "违反",
];

/// Whether a part of a sentence only attends another.
pub(super) fn is_attendant(part: &str) -> bool {
    let is_condition = ["的", "时", "后", "之前", "之日起"]
        .iter()
        .any(|close| part.ends_with(close));
    is_condition || ATTENDANT_OPENINGS.at_start(part).is_some()
}

static ATTENDANT_OPENINGS: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::new(ATTENDANT.iter().copied()));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reserved_matter_is_told_from_carrying_out_its_rules() {
        for (part, expected) in [
            ("推进税制改革", true),
            ("落实企业所得税优惠", false),
            ("完善反洗钱机制", true),
            ("严肃查处上市公司造假", false),
            ("完善查处上市公司造假的制度", true),
            ("加强上市公司国有股权监管", false),
            ("做好履行国际公约的工作", true),
            ("完善法律法规", true),
            ("贯彻执行法律法规", false),
            ("加强对中央企业的巡视", true),
            ("落实国务院部署", false),
            ("健全河道管护制度", false),
            ("补偿按国家法律规定办理", false),
            ("管好中央储备棉", true),
            ("免征契税", true),
            ("完善邮政普遍服务机制", true),
            ("制定养老机构认证标准", true),
            ("制定企业技术标准", false),
            ("推广技术标准", false),
            ("建立具有中国特色的学徒制", true),
            ("优化海关作业", true),
            ("加强与海关的联系", false),
            ("上海关于灌溉的意见", false),
            ("推出汇率避险产品", false),
            ("推出惩罚性赔偿制度", true),
            ("建立进货查验记录", false),
            ("鼓励商标注册", false),
        ] {
            assert_eq!(reserved(part).is_some(), expected, "{part}");
        }
    }

    #[test]
    fn what_only_the_centre_does_is_told_by_its_words() {
        for (part, expected) in [
            ("督促地方清理收费", Some("督促地方")),
            ("指导督促有关地方整改", Some("指导督促有关地方")),
            ("授权各省试行", Some("授权各省")),
            ("指导地方特色产业", None),
            ("支持地方探索", None),
            ("为指导地方工作", None),
            ("指导乡镇整改", None),
        ] {
            assert_eq!(directs_localities(part), expected, "{part}");
        }
        for (part, expected) in [
            ("制定发布全国产品清单", Some("制定发布全国产品清单")),
            ("公布国家名优产品目录", Some("公布国家名优产品目录")),
            ("公布符合国家要求的清单", None),
            ("公布政务服务清单", None),
        ] {
            assert_eq!(lays_down_for_all(part), expected, "{part}");
        }
        for (part, expected) in [
            ("推进财税和教育体制改革", Some(("财税", true))),
            ("推进财税和金融体制改革", Some(("财税", false))),
            ("推进教育和医药体制改革", None),
            ("深化财税体制改革", None),
        ] {
            assert_eq!(joint_reforms(part), expected, "{part}");
        }
    }

    #[test]
    fn making_rules_is_told_from_making_arrangements() {
        for (part, expected) in [
            ("制定河道管护的规定", Some("制定河道管护的规定")),
            ("研究制定电子印章办法", Some("制定电子印章办法")),
            ("健全公务员兼职规定", Some("健全公务员兼职规定")),
            ("完善补偿办法", None),
            ("制定实施办法", None),
            ("制定贯彻落实的规定", None),
            ("制定实施方案", None),
            ("健全考核制度", None),
        ] {
            assert_eq!(makes_rules(part), expected, "{part}");
        }
    }
}
