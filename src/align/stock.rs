//! Stock phrases of policy prose and the classes of its verbs.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::gram;

/// Phrases that link unrelated sentences (加强…的监督检查, 建立健全…制度): the
/// grams inside them weigh less.
const PHRASES: &str = "\
加强 强化 加大 深化 推进 促进 提高 提升 巩固 健全 完善 建立 建立健全 构建 形成 改进 改革 创新 规范 \
贯彻 落实 贯彻落实 执行 实施 制定 出台 修订 开展 组织 举办 实行 推行 推广 试行 推动 扩大 探索 研究 试点 \
查处 治理 纠正 监督 检查 监督检查 监管 管理 监督管理 支持 保障 保证 发挥 重视 引导 宣传 教育 学习 \
工作 制度 机制 体系 体制 建设 有关 相关 情况 问题 办法 意见 规定 方案 措施 政策 部门 单位 领导 干部 领导干部 \
积极 认真 切实 进一步 深入 严格 坚持 充分 作用 要求 活动 力度 水平 能力 各级 党委 政府 机关 人员 方面 \
重点 突出 具体 任务 统筹 规划 发展 服务 社会 国家 全面 逐步 继续 依法 严肃 坚决 以及 或者 其他 应当 必须";

/// Words of every field beside those phrases: who acts, and the forms of rules
/// and of plans. Two documents that share them need not be about the same.
const COMMON: &str = "\
县级以上 地方人民政府 人民政府 国务院 主管部门 行政区域 全国 全市 全省 各地 地区 企业 \
按照 根据 依照 结合 结合实际 因地制宜 以上 下列 情形 给予 负责 牵头 配合 责任单位 组织实施 \
法律法规 违反 责令改正 罚款 处分 主管人员 责任人员 构成犯罪 刑事责任 \
加快 鼓励 引导 综合 实现 基本 主要 目标 联合 协同 协调 分类 打造 培育 支撑 \
基础 设施 基础设施 平台 资源 项目 资金 标准 信息";

/// Verbs by what they do, one class a line; an earlier class is not stronger
/// than a later one.
const VERBS: [&str; 10] = [
    "制定 出台 拟定 拟订 起草 编制",
    "修订 修改",
    "贯彻 落实 执行 实施 遵守 遵循 履行",
    "健全 完善 建立 构建 形成 改进 改革 创新 规范",
    "加强 强化 加大 深化 推进 促进 提高 提升 巩固",
    "开展 组织 举办 实行 推行 推广 试行 推动 扩大",
    "探索 研究 试点",
    "查处 惩治 治理 纠正 整治 打击 严禁 防止 杜绝 清理 严惩 追究 惩处 查办",
    "监督 检查 监管 审计 督促 督查",
    "支持 保障 保证 发挥 重视 引导 宣传 教育 学习",
];

/// How far into a clause its governing verb is looked for, in characters.
const VERB_REACH: usize = 14;

/// Where a gram lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inside {
    /// In a stock phrase.
    Stock,
    /// In a word of every field only.
    Common,
}

/// The grams that lie inside a stock phrase or a word of every field.
pub(super) static GRAMS: LazyLock<HashMap<u64, Inside, gram::Mix>> = LazyLock::new(|| {
    let mut grams = HashMap::default();
    for (phrases, inside) in [(COMMON, Inside::Common), (PHRASES, Inside::Stock)] {
        for phrase in phrases.split(' ') {
            let chars: Vec<char> = phrase.chars().collect();
            let twos = chars.windows(2).map(|pair| gram::two(pair[0], pair[1]));
            let threes = chars
                .windows(3)
                .map(|three| gram::three(three[0], three[1], three[2]));
            grams.extend(twos.chain(threes).map(|gram| (gram, inside)));
        }
    }
    grams
});

/// The verbs, all of two characters, sorted by key, with their class.
static CLASSES: LazyLock<Vec<(u64, u8)>> = LazyLock::new(|| {
    let mut classes: Vec<(u64, u8)> = VERBS
        .iter()
        .zip(0..)
        .flat_map(|(verbs, class)| verbs.split(' ').map(move |verb| (verb, class)))
        .filter_map(|(verb, class)| {
            let mut chars = verb.chars();
            let (first, second) = (chars.next()?, chars.next()?);
            Some((gram::two(first, second), class))
        })
        .collect();
    classes.sort_unstable();
    classes
});

/// The class of the first policy verb near the start of a clause.
pub(super) fn verb_class(chars: &[char]) -> Option<u8> {
    chars.windows(2).take(VERB_REACH).find_map(|pair| {
        let key = gram::two(pair[0], pair[1]);
        CLASSES
            .binary_search_by_key(&key, |&(verb, _)| verb)
            .ok()
            .map(|at| CLASSES[at].1)
    })
}
