//! Names of statuses, roles, levels and reasons as a reader sees them.

use super::Lang;

phrases! {
    /// All it commits to is found.
    covered: "covered", "已承接";
    /// In part.
    partial: "partial", "部分承接";
    /// No counterpart in the text; says nothing of the work.
    gap: "no counterpart", "未见对应";
    /// The topic was taken up, not the clause.
    topic_only: "topic only", "概括承接";
    /// 牵头
    lead: "lead", "牵头";
    /// 协办
    support: "support", "协办";
    /// 负责
    responsible: "responsible", "负责";
    /// Level: the centre.
    central: "central", "中央";
    /// Level: a province.
    province: "province", "省级";
    /// Level: a city.
    city: "city", "地市级";
    /// Level: a county.
    county: "county", "县级";
    /// The locality can carry it out.
    applies_local: "local", "适用";
    /// A matter of a higher level.
    applies_higher: "higher level", "上级职权";
    /// Parts of it are.
    applies_mixed: "mixed", "部分适用";
    /// Not to be told.
    applies_unclear: "unclear", "待核";
    /// Taken up although it is a higher level's duty.
    taken_up_unasked: "taken up unasked", "主动承接";
    /// The same words.
    verbatim: "verbatim", "照录";
    /// Other words.
    adapted: "adapted", "改写";
    /// All of it.
    whole: "whole", "全部";
    /// Part of it.
    part: "part", "部分";
    /// More than it.
    wider: "wider", "扩展";
    /// More binding.
    stronger: "stronger", "升";
    /// As binding.
    same_force: "same force", "平";
    /// Less binding.
    weaker: "weaker", "降";
    /// The centre makes an instrument, the locality carries it out.
    execution: "execution", "转为执行";
    /// Kind of clause: the title part of a node.
    heading: "heading", "标题";
    /// Kind of clause: commits somebody to something.
    measure: "measure", "措施";
    /// Kind of clause: commits nobody to anything.
    rhetoric: "rhetoric", "原则表述";
    /// Kind of clause: says who is responsible.
    responsibility: "responsibility", "责任分工";
    /// In another section than its neighbours.
    moved: "moved", "移位";
    /// In another section and in other words.
    moved_and_edited: "moved and edited", "移位并改写";
    /// In another section in the same words.
    moved_verbatim: "moved, verbatim", "移位照录";
    /// The centre's document became the locality's own.
    instrument_localised: "instrument localised", "文件本地化";
    /// A detail that the reference leaves open.
    number_added: "number added", "增加数量";
    /// A detail that the reference leaves open.
    deadline_added: "deadline added", "增加时限";
    /// A detail that the reference leaves open.
    frequency_added: "frequency added", "增加频次";
    /// A detail that the reference leaves open.
    unit_added: "unit added", "明确责任单位";
    /// Another number of the same thing.
    number_changed: "number changed", "数量变化";
    /// Another deadline or frequency.
    deadline_changed: "deadline changed", "时限变化";
}

/// Why a clause does or does not fall to a locality.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are the words quoted in the reason")]
pub enum Reason {
    /// The document is the centre's own.
    CentralDocument,
    /// Nothing in the clause reserves it to a higher level.
    NothingReserved,
    /// It is addressed to a higher body.
    HigherAddressee { addressee: String },
    /// It is addressed to localities of this level.
    LocalAddressee { addressee: String },
    /// Its object is reserved to a higher level: a national law, party rules, treaties.
    HigherObject { object: String },
    /// One sentence holds both.
    Both { higher: String },
    /// The signs contradict each other.
    Contradictory { sign: String },
    /// A reader decided so.
    Reader,
}

impl Reason {
    /// The reason as a short phrase.
    pub fn message(&self, lang: Lang) -> String {
        use Lang::{En, Zh};
        match (self, lang) {
            (Self::CentralDocument, En) => "the centre's own document".into(),
            (Self::CentralDocument, Zh) => "中央文件".into(),
            (Self::NothingReserved, En) => "nothing reserves it to a higher level".into(),
            (Self::NothingReserved, Zh) => "未见上级专属事项".into(),
            (Self::HigherAddressee { addressee }, En) => format!("addressed to “{addressee}”"),
            (Self::HigherAddressee { addressee }, Zh) => format!("责任主体为“{addressee}”"),
            (Self::LocalAddressee { addressee }, En) => {
                format!("addressed to “{addressee}”, localities included")
            }
            (Self::LocalAddressee { addressee }, Zh) => format!("责任主体“{addressee}”包括本级"),
            (Self::HigherObject { object }, En) => {
                format!("“{object}” is a matter of a higher level")
            }
            (Self::HigherObject { object }, Zh) => format!("“{object}”属上级职权"),
            (Self::Both { higher }, En) => {
                format!("“{higher}” is a matter of a higher level, the rest is not")
            }
            (Self::Both { higher }, Zh) => format!("其中“{higher}”属上级职权，其余适用"),
            (Self::Contradictory { sign }, En) => format!("“{sign}” may be meant for either level"),
            (Self::Reader, En) => "decided by a reader".into(),
            (Self::Reader, Zh) => "人工核定".into(),
            (Self::Contradictory { sign }, Zh) => format!("“{sign}”归属不明，待核"),
        }
    }
}
