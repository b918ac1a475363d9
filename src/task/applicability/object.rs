//! Matters that are reserved to a higher level.

use std::sync::LazyLock;

use crate::vocabulary::Vocabulary;

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
    /// Only beside another reserved matter: `国际合作`.
    BesideAnother,
}

#[rustfmt::skip]
const MATTERS: &[(Reserved, &[&str])] = &[
    (Reserved::Always, &[
        // Defence and foreign affairs: 宪法 89, 立法法 11.
        "中央军委", "解放军", "武装警察部队", "国防和军队", "外交", "缔结", "双边", "多边", "引渡", "遣返", "国际执法", "司法协助", "联合国", "国际公约", "履行公约", "领事", "世界贸易组织", "自由贸易协定",
        "中资企业", "国（境）外中资", "驻外机构", "驻外使领馆",
        // Legislation of the state and the party's own rules.
        "国家立法", "国家法律", "上升为法律", "上升为国家", "宪法修改", "党内法规制定", "司法解释",
        // Bodies of the centre.
        "中央政治局", "中央委员会", "中央和国家机关", "中央国家机关", "国家预防腐败机构", "中央企业", "中央管理的", "中管", "国有重要骨干企业", "国家重点工程", "省（部）级", "省部级", "中央层面", "国家层面", "全国性", "扩大到全国", "在全国推广", "在全国范围", "再贷款", "再贴现", "存款准备金",
        "对省（", "对省级", "对各省",
    ]),
    (Reserved::WhenShaped, &[
        // Taxes: 税收征收管理法 3, 立法法 11.
        "税制", "所得税", "增值税", "消费税", "营业税", "关税", "资源税", "税率", "税收优惠政策", "税收减免", "税收调节", "税收制度", "加计扣除", "税前扣除", "出口退税",
        // Money, markets and their supervision: 中国人民银行法 2, 证券法 7, 银行业监督管理法 2.
        "金融监管", "支付监管", "反洗钱", "可疑交易", "金融账户", "账户管理系统", "货币政策", "利率", "汇率", "外汇", "资本市场", "最低收购价", "证券市场", "期货市场", "上市公司", "上市金融", "股权激励", "存款保险",
        // Courts and procedure: 立法法 11.
        "司法职权", "司法管理制度", "司法管理体制", "司法财政保障", "司法体制改革", "诉讼制度", "诉讼程序", "法律监督的程序", "减刑", "假释", "裁定程序", "刑罚", "刑事政策", "仲裁制度", "检察制度", "审判制度",
    ]),
    (Reserved::WhenMade, &[
        "法律法规", "法律制度", "法律规定", "法规体系", "法律体系", "行政法规", "部门规章", "国家标准", "行业标准", "国家目录", "全国统一",
    ]),
    (Reserved::BesideAnother, &["国际合作", "国际交流", "税收"]),
];

static KINDS: LazyLock<Vec<Reserved>> = LazyLock::new(|| {
    MATTERS
        .iter()
        .flat_map(|(kind, words)| words.iter().map(|_| *kind))
        .collect()
});

static WORDS: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::new(MATTERS.iter().flat_map(|(_, words)| words.iter().copied())));

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
pub(super) fn reserved(part: &str) -> Option<(&str, Reserved)> {
    let mut weak = None;
    for found in WORDS.find_all(part) {
        let word = &part[found.start..found.end];
        let kind = KINDS[found.word];
        let before = &part[..found.start];
        let after = &part[found.end..];
        // State property in listed companies is the owner's matter.
        if word.starts_with("上市公司") && after.starts_with("国有") || before.ends_with("应")
        {
            continue;
        }
        let carried_out = !shapes_institution(part)
            && CARRYING_OUT.iter().any(|verb| before.contains(verb))
            || ["执行情况", "落实情况", "的实施", "的执行"]
                .iter()
                .any(|state| after.starts_with(state));
        match kind {
            Reserved::Always
                if carried_out && !word.starts_with("国家立法") && !is_acted_on(before, after) =>
                {}
            Reserved::Always => return Some((word, kind)),
            Reserved::WhenShaped
                if !carried_out && SHAPING.iter().any(|verb| before.contains(verb)) =>
            {
                return Some((word, kind));
            }
            Reserved::WhenMade
                if !carried_out
                    && MAKING
                        .iter()
                        .chain(&["建立", "上升"])
                        .any(|verb| before.contains(verb)) =>
            {
                return Some((word, kind));
            }
            Reserved::WhenShaped | Reserved::WhenMade => {}
            Reserved::BesideAnother => weak = weak.or(Some((word, kind))),
        }
    }
    weak
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
    if !NORMS.iter().any(|norm| end.ends_with(norm)) {
        return None;
    }
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
    is_condition || ATTENDANT.iter().any(|open| part.starts_with(open))
}

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
        ] {
            assert_eq!(reserved(part).is_some(), expected, "{part}");
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
