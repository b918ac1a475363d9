//! The wording of plans in general: the verbs that open a measure, the nouns
//! that close a heading, and what opens anything but a heading.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::fragments::Bigram;

/// Verbs that open headings and measures.
const VERBS: &str = "加强 完善 健全 建立 推进 深化 强化 规范 落实 加大 提高 提升 改进 改善 优化 创新 拓展 扩大 发展 促进 推动 开展 实施 构建 建设 培育 \
    支持 鼓励 引导 保障 保护 维护 发挥 严格 查处 惩治 纠正 治理 整治 整顿 清理 制定 制订 修订 编制 研究 探索 试行 推行 推广 普及 明确 \
    细化 统筹 协调 整合 组织 搞好 做好 抓好 抓紧 狠抓 突出 坚持 贯彻 执行 增强 增加 减少 降低 控制 防止 防范 化解 遏制 打击 查办 调整 \
    转变 改革 放宽 简化 精简 压缩 下放 取消 开放 搭建 打造 壮大 做强 做大 做优 做实 做精 营造 形成 确立 设立 成立 公开 公布 发布 宣传 \
    倡导 弘扬 培养 引进 吸引 选拔 任用 监督 检查 考核 评价 评估 评议 追究 问责 激励 奖励 表彰 补贴 补助 配备 配置 充实 夯实 巩固 保持 \
    稳定 实行 实现 确保 保证 加快 破解 解决 畅通 疏通 打通 对接 衔接 延伸 提供 开发 利用 挖掘 传承 修复 改造 升级 更新 聚焦 补齐 牵头 \
    参与 运用 应用 使用 立足 丰富 办好 办理 落细 压实 厘清 理顺 划定 确定 界定 放开 放活 盘活 激发 释放 繁荣 振兴 扶持 帮助 帮扶 指导 \
    督促 督导 督查 调动 动员 号召 重视 尊重 关心 关爱 守住 守好 筑牢 织密 严惩 严禁 严控 严防 杜绝 禁止 限制 淘汰 压减 化减 消除 预防 \
    应对 处置 处理 受理 审查 审核 审批 审计 核查 核定 核准 登记 备案 报告 通报 公示 告知 收集 汇总 分析 研判 监测 预警 预报 建成 建好 \
    建强 管好 管住 用好 用活 用足 抓实 抓牢 抓细 树立 牢记 学习 培训 教育 引领 带动 拉动 撬动 辐射 融入 融合 纳入 列入 借鉴 总结 提炼 \
    推选 评选 创建 创造 创办 开辟 开创 开设 开通 举办 承办 召开 申报 认定 认证 采取 采用 采购 购买 出台 印发 转发 签订 签署 履行 承担 \
    担负 负责 分解 分工 分类 分级 划分 下达 拨付 安排 投入 筹措 筹集 募集 减免 减轻 免除 缓解 缓缴 返还 兑现 兑付 享受 赋予 授予 给予 \
    授权 委托 移交 移送 交流 交办 转移 转化 转换 转型 改制 重组 兼并 合并 撤并 撤销 关闭 关停 搬迁 迁建 新建 扩建 续建 改建 兴建 布局 \
    规划 谋划 设计 布设 部署 启动 运行 运营 维修 养护 管护 管控 管理 把握 把好 强制 提倡 提出 完成 达到 力争 争取 争创 争当 做到 注重 \
    着眼 切断 堵塞 铲除 根治 遏止 反对 抵制 揭露 曝光 举报 信访 接访 接受 吸纳 听取 征求 采纳 反馈 回应 解读 说明 阐释 展示 展现 传播 \
    讲好 唱响 净化 美化 绿化 亮化 硬化 量化 固化 内化 活化";

/// Nouns that close headings.
const NOUNS: &str = "制度 机制 体制 体系 建设 工作 改革 监督 监管 管理 教育 作用 力度 水平 能力 领导 检查 责任 保障 服务 发展 合作 宣传 治理 整治 环境 \
    条件 结构 方式 方法 手段 渠道 平台 基础 队伍 文化 作风 行为 规定 规范 标准 政策 措施 任务 目标 原则 思想 要求 意义 内容 步骤 安排 \
    程序 办法 方案 计划 规划 行动 工程 项目 试点 示范 格局 秩序 市场 产业 质量 效益 效应 效率 效能 案件 问题 之风 关系 权益 利益 权利 \
    职能 职责 配置 评价 考核 评估 激励 约束 惩处 预防 防控 风险 安全 投入 支持 扶持 资金 财政 人才 培养 培训 创新 转型 升级 融合 协同 \
    联动 共享 公开 公平 公正 网络 系统 设施 设备 装备 技术 科技 成果 品牌 企业 主体 机构 组织 团队 干部 人员 活动 运动 战略 布局 功能 \
    特色 优势 潜力 活力 动力 合力 范围 领域 环节 重点 难点 短板 弱项 底线 红线 防线 屏障 纽带 载体 阵地 窗口 基地 园区 社区 乡村 农村 \
    城市 区域 对象 范畴 比例 总量 规模 档次 层次 深度 广度 速度 进度 督查 督导 督办 考评 评议 问责 追究 追责 奖励 奖惩 补偿 补助 补贴 \
    供给 供应 流通 消费 需求 就业 创业 增收 脱贫 帮扶 救助 保险 养老 医疗 卫生 健康 生态 环保 污染 节能 减排 绿色 低碳 试验 实验 研究 \
    研发 开发 利用 转化 应用 推广 普及 整合 统筹 协调 衔接 对接 配合 分工 落实 执行 实施 氛围 意识 理念 观念 信念 道德 修养 素质 素养 \
    自律 行政 执法 司法 法治 法制 法规 立法 审批 审核 审查 审计 许可 备案 登记 采购 招标 交易 产权 股权 债权 土地 住房 税收 税费 \
    收费 价格 金融 信贷 融资 投资 贸易 外资 开放 引进 人事 选拔 任用 任免 编制 待遇 薪酬 福利 交流 沟通 互动 参与 互联 互通 信息 数据 \
    档案 台账 清单 目录 名单 指标 监测 预警 应急 处置 救援 维护 维权 保护 修复 传承 弘扬 繁荣 振兴";

/// Adverbs before such a verb.
const ADVERBS: &str = "进一步 深入 积极 切实 认真 着力 大力 全面 加快 不断 扎实 坚决 稳步 严格 充分 继续 努力 有序 持续 统筹 重点 探索 逐步 研究 \
    依法 合理 科学 有效 适当 主动 稳妥 广泛 严肃 牢固 自觉 尽快 及时 定期 共同 联合 集中 率先 优先 加紧 抓紧 从严 从快 普遍 \
    因地制宜 分类 高度 高标准 高质量 高水平 高效 精准 有力 全力 大胆 强力 深度 整体 一体 协同 系统 层层 最大限度";

/// Headings that every plan may have.
const STANDING: &str = "指导思想 基本原则 基本要求 工作目标 总体目标 总体要求 主要目标 发展目标 目标任务 工作原则 重大意义 重要意义 总体思路 工作思路 基本思路 工作要求 \
    工作重点 主要任务 重点任务 工作任务 基本目标 具体目标 阶段目标 年度目标 建设目标 试点目标 试点原则 工作步骤 实施步骤 时间安排 进度安排 保障措施 \
    组织实施 适用范围 实施范围 主要措施 工作措施 战略定位 功能定位 发展定位 发展形势 面临形势 发展基础 现状与形势 原则和目标 目标要求 主要内容 工作内容 \
    工作安排 组织领导 责任分工 附则 其他";

const PREPOSITIONS: &str = "以按根据围绕结合通过针对对把将从在到由为就经凡因自于随当与向依";
const SUBJECTS: &str = "各本全市省县区镇乡我该其国党你他此这有";
const AUXILIARIES: &str = "要应须可不";
const LINKS: &str = "并和及或等的使而又也";

/// How a fragment begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Opening {
    Nothing,
    Standing,
    /// `加强和改进`
    TwoVerbs,
    /// `深入推进`
    AdverbVerb,
    Verb,
    Adverb,
    Digit,
    Auxiliary,
    Preposition,
    Subject,
    Link,
    Other,
    /// `牵头单位`, `有关部门`
    Body,
}

impl Opening {
    /// Whether the fragment begins as a measure does.
    pub fn is_verb(self) -> bool {
        matches!(self, Self::TwoVerbs | Self::AdverbVerb | Self::Verb)
    }
}

/// How a fragment ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Closing {
    Nothing,
    /// A noun that is a verb as well: `监督`.
    Action,
    Noun,
    Verb,
    Suffix,
    /// `等`
    AndSoOn,
    Other,
    /// `市教育局`
    Body,
}

/// A fragment's opening and closing and its plain verbs after the first word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    pub opening: Opening,
    pub closing: Closing,
    pub verbs: usize,
}

impl Shape {
    pub fn of(chars: &[char]) -> Self {
        Self {
            opening: opening(chars),
            closing: closing(chars),
            verbs: inner_verbs(chars),
        }
    }

    /// Opening and closing as one number.
    pub fn number(self) -> usize {
        self.opening as usize * 16 + self.closing as usize
    }
}

struct Lexicon {
    verbs: HashSet<Bigram>,
    nouns: HashSet<Bigram>,
    adverbs: HashSet<Vec<char>>,
    standing: HashSet<Vec<char>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let pairs = |words: &str| {
        words
            .split_whitespace()
            .filter_map(|word| first_pair(&word.chars().collect::<Vec<_>>()))
            .collect()
    };
    let whole = |words: &str| {
        words
            .split_whitespace()
            .map(|word| word.chars().collect())
            .collect()
    };
    Lexicon {
        verbs: pairs(VERBS),
        nouns: pairs(NOUNS),
        adverbs: whole(ADVERBS),
        standing: whole(STANDING),
    }
});

/// Without quotation marks and adverbs at the front.
pub(super) fn bare(chars: &[char]) -> &[char] {
    const LONGEST: usize = 4;
    let mut rest = chars;
    while let Some(('\'', after)) = rest.split_first().map(|(first, after)| (*first, after)) {
        rest = after;
    }
    for _ in 0..2 {
        let adverb = (2..=LONGEST.min(rest.len().saturating_sub(2)))
            .rev()
            .find(|&length| LEXICON.adverbs.contains(&rest[..length]));
        match adverb {
            Some(length) => rest = &rest[length..],
            None => break,
        }
    }
    rest
}

/// Whether the first word is a verb that opens measures.
pub(super) fn is_verb(chars: &[char]) -> bool {
    first_pair(chars).is_some_and(|pair| LEXICON.verbs.contains(&pair))
}

fn is_noun(chars: &[char]) -> bool {
    first_pair(chars).is_some_and(|pair| LEXICON.nouns.contains(&pair))
}

fn first_pair(chars: &[char]) -> Option<Bigram> {
    Some((*chars.first()?, *chars.get(1)?))
}

fn opening(chars: &[char]) -> Opening {
    let Some(&first) = chars.first() else {
        return Opening::Nothing;
    };
    if LEXICON.standing.contains(chars) {
        return Opening::Standing;
    }
    if chars.len() <= 6 && chars.ends_with(&['单', '位']) {
        return Opening::Body;
    }
    let rest = bare(chars);
    if is_verb(rest) {
        let two = rest.len() > 5 && matches!(rest[2], '和' | '与' | '并') && is_verb(&rest[3..]);
        return match (two, rest.len() < chars.len()) {
            (true, _) => Opening::TwoVerbs,
            (false, true) => Opening::AdverbVerb,
            (false, false) => Opening::Verb,
        };
    }
    if rest.len() < chars.len() {
        Opening::Adverb
    } else if chars.ends_with(&['单', '位']) || chars.ends_with(&['部', '门']) {
        Opening::Body
    } else if first.is_ascii_digit() {
        Opening::Digit
    } else if AUXILIARIES.contains(first) {
        Opening::Auxiliary
    } else if PREPOSITIONS.contains(first) {
        Opening::Preposition
    } else if SUBJECTS.contains(first) {
        Opening::Subject
    } else if LINKS.contains(first) {
        Opening::Link
    } else {
        Opening::Other
    }
}

fn closing(chars: &[char]) -> Closing {
    let chars = match chars.split_last() {
        Some(('\'', rest)) => rest,
        _ => chars,
    };
    let Some(pair) = chars.len().checked_sub(2).map(|from| &chars[from..]) else {
        return Closing::Nothing;
    };
    let last = pair[1];
    if "委局厅院校社队署组".contains(last)
        || chars.len() > 2 && "办会室部行科处".contains(last)
        || matches!(pair, ['单', '位'] | ['政', '府'])
    {
        Closing::Body
    } else if is_noun(pair) {
        if is_verb(pair) {
            Closing::Action
        } else {
            Closing::Noun
        }
    } else if is_verb(pair) {
        Closing::Verb
    } else if "化性力度制率量权法".contains(last) {
        Closing::Suffix
    } else if last == '等' {
        Closing::AndSoOn
    } else {
        Closing::Other
    }
}

fn inner_verbs(chars: &[char]) -> usize {
    let rest = bare(chars);
    let (mut at, mut found) = (2, 0);
    while at + 2 <= rest.len() {
        if is_verb(&rest[at..]) && !is_noun(&rest[at..]) {
            found += 1;
            at += 1;
        }
        at += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_of_fragments() {
        for (text, opening, closing) in [
            ("加强堤防建设", Opening::Verb, Closing::Action),
            ("深入推进河道治理", Opening::AdverbVerb, Closing::Action),
            ("加强和改进苗木监督", Opening::TwoVerbs, Closing::Action),
            ("指导思想", Opening::Standing, Closing::Noun),
            ("以河道为重点", Opening::Preposition, Closing::Noun),
            ("各县要制定规划", Opening::Subject, Closing::Action),
            ("市水利局", Opening::Subject, Closing::Body),
            ("牵头单位", Opening::Body, Closing::Body),
            ("2020年底", Opening::Digit, Closing::Other),
            ("", Opening::Nothing, Closing::Nothing),
        ] {
            let shape = Shape::of(&text.chars().collect::<Vec<_>>());
            assert_eq!((shape.opening, shape.closing), (opening, closing), "{text}");
        }
    }

    #[test]
    fn adverbs_are_taken_off_but_never_the_whole() {
        for (text, expected) in [
            ("进一步完善制度", "完善制度"),
            ("切实认真落实责任", "落实责任"),
            ("'深入'", "深入'"),
            ("积极", "积极"),
        ] {
            let chars: Vec<char> = text.chars().collect();
            assert_eq!(bare(&chars).iter().collect::<String>(), expected, "{text}");
        }
    }
}
