//! What `plan explain` says: the evidence for and against a link in words.

use super::Lang;

phrases! {
    /// What is assumed before the pair is looked at.
    base: "assumed of any pair before it is looked at", "任何一对表述的起点";
    /// The documents share little.
    relatedness: "the two documents have little in common as a whole", "两份文件整体上共同点少";
    /// Above the evidence for a link.
    why: "Why:", "依据：";
    /// Above what was changed.
    changes: "Changed:", "变化：";
    /// Below all evidence.
    legend: "[ ] wording that both have. + speaks for the link, − against it; the larger the figure, the more it counts (log odds). Small ones are left out here, --format json has all.",
        "[ ] 为双方共有的表述。+ 支持对应，− 反对对应，数值越大分量越重（对数几率）；数值小者此处从略，--format json 含全部。";
    /// Said where nothing was near.
    nothing_near: "No local sentence shares enough wording to be considered.", "没有地方表述与其有足够的共同字词，无可比较。";
    /// Said of a pair that is not.
    not_linked: "not linked", "未对应";
}

fn percent(share: f32) -> String {
    format!("{:.0}", share.clamp(0.0, 1.0) * 100.0)
}

/// Above the nearest local sentences of a gap.
pub fn nearest(link: f32, only: f32, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "The nearest local sentences, and why they were not taken (a link needs {link:.2}, the only one of a clause {only:.2}):"
        ),
        Lang::Zh => format!(
            "最接近的地方表述及未采纳的原因（对应须达 {link:.2}，某句唯一的对应须达 {only:.2}）："
        ),
    }
}

/// So many local sentences share too little wording.
pub fn not_considered(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (1, Lang::En) => "This sentence shares too little wording to be considered.".into(),
        (1, Lang::Zh) => "该句共同字词太少，未予比较。".into(),
        (_, Lang::En) => {
            format!("{count} more sentences there share too little wording to be considered.")
        }
        (_, Lang::Zh) => format!("其中另有 {count} 句共同字词太少，未予比较。"),
    }
}

/// How much of a clause was found.
pub fn found(share: f32, lang: Lang) -> String {
    let percent = percent(share);
    match lang {
        Lang::En => format!("{percent} % of its wording found"),
        Lang::Zh => format!("其表述的 {percent}% 有对应"),
    }
}

/// Share from which a figure is not small, whatever it speaks for.
const MUCH: f32 = 0.5;

/// Share of the clause's wording that stands in the local clause.
pub fn wording(speaks_for: bool, share: f32, lang: Lang) -> String {
    let percent = percent(share);
    match (speaks_for, share >= MUCH, lang) {
        (true, _, Lang::En) => format!("{percent} % of the clause's wording stands there"),
        (true, _, Lang::Zh) => format!("本句表述的 {percent}% 见于其中"),
        (false, false, Lang::En) => {
            format!("only {percent} % of the clause's wording stands there")
        }
        (false, false, Lang::Zh) => format!("本句表述仅 {percent}% 见于其中"),
        (false, true, Lang::En) => format!(
            "{percent} % of the clause's wording stands there, but scattered or beside much else"
        ),
        (false, true, Lang::Zh) => {
            format!("本句表述的 {percent}% 见于其中，但较分散或夹有较多其他内容")
        }
    }
}

/// How much of one measure inside the clause the local clause holds.
pub fn measures(speaks_for: bool, share: f32, lang: Lang) -> String {
    let percent = percent(share);
    match (speaks_for, share >= MUCH, lang) {
        (true, true, Lang::En) => {
            format!("a measure inside the sentence is found there ({percent} %)")
        }
        (true, true, Lang::Zh) => format!("句中有一项措施见于其中（{percent}%）"),
        (true, false, Lang::En) => {
            format!("measures inside the sentence are found there in part (at best {percent} %)")
        }
        (true, false, Lang::Zh) => format!("句中措施部分见于其中（至多 {percent}%）"),
        (false, false, Lang::En) => {
            format!("no measure inside the sentence is found there whole (at best {percent} %)")
        }
        (false, false, Lang::Zh) => format!("句中没有一项措施完整见于其中（至多 {percent}%）"),
        (false, true, Lang::En) => {
            format!(
                "of the measures inside the sentence too few are found there (at best {percent} %)"
            )
        }
        (false, true, Lang::Zh) => format!("句中措施见于其中者不足（至多 {percent}%）"),
    }
}

/// Whether the shared words are rare in both documents.
pub fn rare_words(speaks_for: bool, lang: Lang) -> &'static str {
    if speaks_for {
        lang.pick(
            "both have words that hardly occur elsewhere in the two documents",
            "共有两份文件中他处少见的字词",
        )
    } else {
        lang.pick(
            "the words that both have are common in the two documents",
            "共有的字词在两份文件中常见",
        )
    }
}

/// How the pair stands among the candidates of both clauses.
pub fn rank(speaks_for: bool, lang: Lang) -> &'static str {
    if speaks_for {
        lang.pick(
            "stands out among the candidates of both sentences",
            "在双方的候选中突出",
        )
    } else {
        lang.pick(
            "does not stand out among the candidates of both sentences",
            "在双方的候选中不突出",
        )
    }
}

/// Nearness from which two headings plainly say something alike.
const HEADINGS_ALIKE: f32 = 0.3;

/// Whether the headings and topic sentences above fit, and how near the best
/// pair of them is.
pub fn headings(speaks_for: bool, nearness: f32, lang: Lang) -> &'static str {
    match (speaks_for, nearness >= HEADINGS_ALIKE) {
        (true, _) => lang.pick(
            "the headings and topic sentences above fit",
            "上级标题与段首句相合",
        ),
        (false, false) => lang.pick(
            "the headings and topic sentences above do not fit",
            "上级标题与段首句不相合",
        ),
        (false, true) => lang.pick(
            "the headings and topic sentences above fit only in part",
            "上级标题与段首句仅部分相合",
        ),
    }
}

/// How surely the sentences around are linked with each other.
pub fn neighbours(speaks_for: bool, share: f32, lang: Lang) -> String {
    let percent = percent(share);
    match (speaks_for, share >= MUCH, lang) {
        (true, true, Lang::En) => {
            format!("the sentences around are linked with each other too ({percent} %)")
        }
        (true, true, Lang::Zh) => format!("前后句也相互对应（{percent}%）"),
        (false, true, Lang::En) => {
            format!(
                "the nearest sentences are linked with each other ({percent} %), the section or chapter around less"
            )
        }
        (false, true, Lang::Zh) => format!("紧邻各句相互对应（{percent}%），所在章节较少"),
        (true, false, Lang::En) => {
            format!(
                "the section or chapter around is linked, the nearest sentences less ({percent} %)"
            )
        }
        (true, false, Lang::Zh) => format!("所在章节相互对应，紧邻各句较少（{percent}%）"),
        (false, false, Lang::En) => {
            format!("the sentences around are hardly linked with each other ({percent} %)")
        }
        (false, false, Lang::Zh) => format!("前后句很少相互对应（{percent}%）"),
    }
}

/// Whether both name a document 《…》 about the same: 1 or 0.
pub fn instrument(named: f32, lang: Lang) -> &'static str {
    if named > 0.5 {
        lang.pick(
            "both name a document about the same",
            "双方提及主题相同的文件",
        )
    } else {
        lang.pick(
            "they name no document about the same",
            "双方未提及主题相同的文件",
        )
    }
}

/// Whether what stands below two headings is linked.
pub fn contents(speaks_for: bool, lang: Lang) -> &'static str {
    if speaks_for {
        lang.pick(
            "what stands below the headings is linked",
            "标题之下的内容相互对应",
        )
    } else {
        lang.pick(
            "what stands below the headings is not linked",
            "标题之下的内容不相互对应",
        )
    }
}

/// Whether the governing verbs are of one class: 1, 0, or 0.5 not known.
pub fn verb(same: f32, lang: Lang) -> &'static str {
    if same > 0.75 {
        lang.pick("verbs of one class", "动词同类")
    } else if same < 0.25 {
        lang.pick("verbs of different classes", "动词不同类")
    } else {
        lang.pick("no policy verb to compare", "无可比较的政策动词")
    }
}

/// Kind and length.
pub fn make(speaks_for: bool, times: f32, lang: Lang) -> String {
    match (speaks_for, lang) {
        (true, Lang::En) => {
            format!("kind and length fit ({times:.1} times as long as the clause)")
        }
        (true, Lang::Zh) => format!("类别与篇幅相合（长度为本句的 {times:.1} 倍）"),
        (false, Lang::En) => {
            format!("kind or length does not fit ({times:.1} times as long as the clause)")
        }
        (false, Lang::Zh) => format!("类别或篇幅不相合（长度为本句的 {times:.1} 倍）"),
    }
}

/// Whether a locality can carry the clause out: 1, 0, or 0.5 in part or not
/// clear.
pub fn applicability(applies: f32, lang: Lang) -> &'static str {
    if applies > 0.75 {
        lang.pick(
            "a locality of this level can carry the clause out",
            "本级可承接该条款",
        )
    } else if applies < 0.25 {
        lang.pick("the clause is a higher authority's", "该条款属上级职权")
    } else {
        lang.pick(
            "the clause is a locality's in part, or it is not clear whose",
            "该条款部分属本级，或职权待核",
        )
    }
}

/// How far apart in the documents.
pub fn position(speaks_for: bool, distance: f32, lang: Lang) -> String {
    let percent = percent(distance);
    match (speaks_for, lang) {
        (true, Lang::En) => format!("stands at a like place in the document ({percent} % off)"),
        (true, Lang::Zh) => format!("在文中的位置相近（相距全文的 {percent}%）"),
        (false, Lang::En) => format!("stands elsewhere in the document ({percent} % off)"),
        (false, Lang::Zh) => format!("在文中的位置不同（相距全文的 {percent}%）"),
    }
}

/// Why an argument of `plan explain` cannot be understood.
pub mod error {
    use super::Lang;

    /// No clause is named.
    pub fn no_clause_named(argument: &str, lang: Lang) -> String {
        match lang {
            Lang::En => format!(
                "“{argument}” names no clause; put its id or citation after a colon: {argument}:四（二）第3段"
            ),
            Lang::Zh => {
                format!("“{argument}”未指明条款；请在冒号后写标识或引用：{argument}:四（二）第3段")
            }
        }
    }
}
