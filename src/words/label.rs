//! Names of statuses, roles, levels and reasons as a reader sees them.

use super::Lang;

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
            (Self::Contradictory { sign }, Zh) => format!("“{sign}”归属不明，待核"),
        }
    }
}
