//! Tells what commits somebody to something from what only speaks of it.

use std::sync::LazyLock;

use super::responsibility;
use crate::outline::is_term;
use crate::vocabulary::{Endings, Found, Vocabulary};

/// Whether all that stands under a heading of these words sets out aims,
/// principles or the situation and commits nobody: `指导思想`, `基本原则`,
/// `总体要求`, `工作目标`, `面临的形势`.
pub(super) fn is_declaratory_heading(heading: &str) -> bool {
    let heading = heading
        .trim_end_matches(['。', '.', '：', ':', '）', ')'])
        .trim();
    if heading.is_empty() || heading.contains(['，', ',']) {
        return false;
    }
    let last = heading
        .rsplit(['、', '和', '与', '及'])
        .next()
        .unwrap_or(heading);
    if DECLARATORY.at_end(last).is_some() {
        return true;
    }
    // `总体要求和主要任务` holds tasks as well; `工作目标及要求` does not.
    last.ends_with("要求") && heading.len() > last.len() && {
        let first = &heading[..heading.len() - last.len()];
        DECLARATORY_ENDINGS.iter().any(|end| first.contains(end))
    }
}

static DECLARATORY: LazyLock<Endings> =
    LazyLock::new(|| Endings::new(DECLARATORY_ENDINGS.iter().copied()));

#[rustfmt::skip]
const DECLARATORY_ENDINGS: &[&str] = &[
    "指导思想", "原则", "总体要求", "基本要求", "总要求", "目标要求", "目标", "总体思路",
    "基本思路", "工作思路", "指导方针", "基本方针", "工作方针", "形势", "背景", "意义", "现状",
    "基本情况", "重要性", "必要性", "紧迫性", "有关概念", "编制依据",
];

/// How much is needed to take a sentence for a commitment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Setting {
    /// Under a number of the outline a whole sentence commits, whatever its
    /// verb, unless it plainly only tells.
    Numbered,
    /// In plain text, an annex or a box it must hold a word that binds.
    Plain,
}

/// Whether a sentence commits somebody to something.
pub(super) fn commits(sentence: &str, setting: Setting) -> bool {
    let whole = sentence.ends_with(['。', '；', '！', '.']);
    let committed = match (setting, whole) {
        (Setting::Numbered, true) => true,
        (Setting::Numbered, false) | (Setting::Plain, true) => BINDING.is_in(sentence),
        // A cell or a caption without a full stop must begin with its verb.
        (Setting::Plain, false) => BINDING
            .find(sentence)
            .is_some_and(|verb| begins(verb, sentence)),
    };
    committed && !ASSESSING.is_in(sentence) && !is_preamble(sentence) && !is_avowal(sentence)
}

fn begins(verb: Found, sentence: &str) -> bool {
    verb.start == 0
        && sentence.len() >= SHORTEST_DUTY
        && !CAPTIONS.iter().any(|end| sentence.ends_with(end))
}

/// Shortest duty in a cell of a table, in bytes: six characters.
const SHORTEST_DUTY: usize = 6 * 3;
const CAPTIONS: [&str; 6] = ["表", "单位", "内容", "名单", "情况", "指标"];

/// `为……，制定本规划。`, `现将……通知如下：`
fn is_preamble(sentence: &str) -> bool {
    let end = sentence.trim_end_matches(['。', '：', ':', '.']);
    ["如下", "认真贯彻执行", "遵照执行", "贯彻落实"]
        .iter()
        .any(|close| end.ends_with(close))
        && (sentence.contains("现将") || sentence.contains("现就") || end.ends_with("如下"))
        || MAKING_THIS.is_in(last(end, PREAMBLE_CLOSE))
}

static MAKING_THIS: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(["制定本", "制订本"]));

/// How near the end `制定本规划` stands, in characters.
const PREAMBLE_CLOSE: usize = 14;

/// The last characters of a text.
fn last(text: &str, characters: usize) -> &str {
    let from = text.char_indices().rev().take(characters).last();
    from.map_or(text, |(at, _)| &text[at..])
}

/// Every part of the sentence avows an attitude and none does a thing:
/// `继承光荣传统，牢记宗旨，弘扬新风。`
fn is_avowal(sentence: &str) -> bool {
    sentence
        .split(['，', '；', ',', ';'])
        .all(|part| AVOWING.at_start(part.trim_start()).is_some())
}

static AVOWING: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(AVOWALS.iter().copied()));

#[rustfmt::skip]
const AVOWALS: &[&str] = &[
    "继承", "牢记", "弘扬", "高举", "坚信", "不忘", "缅怀", "旗帜鲜明", "对任何", "决不", "绝不",
    "永葆", "始终保持", "锐意", "开拓", "奋发", "团结一致", "让我们", "同心同德", "为实现", "为夺取",
    "为建设", "为推动", "为谱写",
];

/// Words of plans that bind: verbs of making, carrying out, watching over, and
/// the modal words.
#[rustfmt::skip]
const COMMITMENTS: &[&str] = &[
    "要", "应", "须", "必须", "不得", "严禁", "禁止", "鼓励", "支持", "允许", "可以", "可",
    "加强", "加大", "加快", "加紧", "增强", "增加", "强化", "推进", "推动", "推行", "推广",
    "建立", "建设", "建成", "建好", "构建", "组建", "成立", "设立", "健全", "完善", "改进",
    "改善", "改革", "改变", "改造", "优化", "提高", "提升", "提供", "制定", "制订", "修订",
    "修改", "出台", "编制", "起草", "颁布", "发布", "公布", "公开", "公告", "开展", "开设",
    "开办", "开发", "落实", "贯彻", "执行", "实施", "实行", "施行", "试行", "深化", "深入",
    "拓宽", "拓展", "扩大", "规范", "整顿", "整治", "治理", "清理", "清除", "取消", "废止",
    "停止", "减少", "降低", "控制", "限制", "防止", "防范", "纠正", "查处", "惩治", "惩处",
    "打击", "追究", "问责", "处理", "处罚", "解决", "监督", "监管", "监测", "检查", "督促",
    "督查", "督办", "指导", "引导", "教育", "宣传", "培训", "培养", "学习", "组织", "协调",
    "协助", "配合", "负责", "牵头", "统筹", "部署", "安排", "坚持", "保持", "保障", "保证",
    "保护", "维护", "确保", "落到", "发挥", "利用", "运用", "采取", "实现", "形成", "促进",
    "培育", "打造", "创新", "创建", "创办", "举办", "丰富", "营造", "倡导", "探索", "研究",
    "论证", "试点", "选择", "选拔", "选派", "引进", "吸引", "聘请", "纳入", "列入", "融入",
    "作为", "办好", "办理", "抓好", "抓住", "抓紧", "做好", "做到", "搞好", "用好", "管好",
    "给予", "补助", "补贴", "奖励", "资助", "减免", "免征", "返还", "安装", "配备", "购买",
    "收集", "整合", "整理", "汇总", "报告", "报送", "通报", "备案", "登记", "申报", "审批",
    "审查", "审核", "审计", "考核", "评估", "评价", "总结", "分析", "剖析", "查找", "调查",
    "巡视", "巡察", "认真", "严格", "严肃", "切实", "积极", "大力", "全面", "继续", "进一步",
    "逐步", "定期", "及时", "依法", "尊重", "重视", "突出", "明确", "细化", "分解", "压实",
    "达到", "不低于", "不少于", "力争", "争取", "完成", "启动", "筹建", "新建", "扩建", "改建",
    "改良", "修建", "修复", "铺设", "种植", "划定", "由", "实现", "转变", "理顺", "精简", "简化",
    "压缩", "合并", "下放", "委托", "授权", "澄清", "参加", "参与", "接受", "听取", "自觉",
    "遵守", "服从", "履行", "承担", "行使", "调整", "增设", "延长", "缩短", "扶持", "帮助",
    "救助", "投入", "筹措", "拨付",
];

/// Words that assess, define or date: the sentence tells, it does not bind.
#[rustfmt::skip]
const ASSESSMENTS: &[&str] = &[
    "取得了", "取得显著", "形势仍然", "形势依然", "任务仍然", "任务依然",
    "具有重要意义", "具有重大意义", "具有十分重要", "意义重大", "关键是", "关键在于",
    "重大政治任务。", "的必然要求。", "必由之路", "是指", "所称", "以下简称《", "自发布之日起",
    "自公布之日起", "自印发之日起", "起施行", "此件公开发布", "此件有删减", "特此通知",
];

static BINDING: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::new(COMMITMENTS.iter().copied()));
static ASSESSING: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::new(ASSESSMENTS.iter().copied()));

/// Whether a sentence only names who is responsible, in a bracket by itself or
/// after a label, or until when.
pub(super) fn is_responsibility(sentence: &str) -> bool {
    responsibility::opens_with_label(sentence) || is_bracket_of_units(sentence) || is_term(sentence)
}

fn is_bracket_of_units(sentence: &str) -> bool {
    is_bracket_of_guides(sentence)
        || sentence.starts_with(['（', '(', '〔', '［', '【', '['])
            && sentence
                .trim_end_matches(['。', '；'])
                .ends_with(['）', ')', '〕', '］', '】', ']'])
            && (RESPONSIBLE.is_in(sentence) || responsibility::is_bare_bracket(sentence))
}

/// Words of a bracket of units.
static RESPONSIBLE: LazyLock<Vocabulary> = LazyLock::new(|| {
    Vocabulary::new([
        "牵头",
        "负责",
        "责任",
        "配合",
        "协办",
        "参与",
        "主办",
        "承办",
        "落实",
        "单位：",
    ])
});

/// `（教育部、民政部指导）`: a bracket of names alone before the verb, as a
/// bracket may also hold a duty to guide.
fn is_bracket_of_guides(sentence: &str) -> bool {
    sentence
        .trim_end_matches(['。', '；'])
        .strip_prefix(['（', '('])
        .and_then(|inner| inner.strip_suffix(['）', ')']))
        .and_then(|inner| inner.strip_suffix("指导"))
        .is_some_and(|names| {
            names
                .trim_end_matches('等')
                .split(['、', '，', ' '])
                .all(|name| name.ends_with(['部', '委', '局', '署', '办', '厅', '院', '行', '会']))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bracket_by_itself_names_who_is_responsible_and_a_label_until_when() {
        for (sentence, expected) in [
            ("（教育部、民政部指导）", true),
            ("(水利部等指导)", true),
            ("（水利部牵头，商务部配合）", true),
            ("（加强对泵站建设的指导）", false),
            ("（指导）", false),
            ("水利部指导", false),
            ("（市水务局、市林业局）", true),
            ("（市水务局、市林业局，2025年12月底前）。", true),
            ("（含市区河道、湖泊）", false),
            ("完成时限：2024年6月底前", true),
        ] {
            assert_eq!(is_responsibility(sentence), expected, "{sentence}");
        }
    }
}
