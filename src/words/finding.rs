//! What can be noticed about a document, and the sentence that says it.

use super::{Lang, plural};

/// One thing noticed, with the values that its sentence names.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    missing_docs,
    reason = "the fields are the values named in the message"
)]
pub enum Finding {
    /// The encoding was not stated and more than one was possible.
    GuessedEncoding { encoding: String },
    /// Bytes that were no text in the encoding stand as `�`, or as 锟斤拷.
    TextReplaced { count: usize },
    /// Text that had been decoded in a wrong encoding was put right.
    MojibakeUndone { from: String },
    /// Punctuation, titles and numbers are lost; the order was restored.
    DamagedText,
    /// The same number stands twice in one run.
    NumberDuplicate { number: String },
    /// Numbers are left out between two that follow each other.
    NumberGap {
        before: String,
        after: String,
        missing: u32,
    },
    /// A number is smaller than the one before it.
    NumberOutOfOrder { before: String, after: String },
    /// The first number of a run is not 1.
    NumberNotFromOne { number: String },
    /// A level of the numbering is left out.
    LevelSkipped { number: String, parent: String },
    /// The numbers go on counting across their parents.
    NumberRunsOn { number: String, parent: String },
    /// Numbers of one level use different delimiters.
    MixedSeparators { number: String, usual: String },
    /// Numbers of one level use half-width and full-width forms.
    MixedWidth { number: String, usual: String },
    /// A blank stands between number and text.
    BlankAfterNumber { number: String },
    /// The sequence shows that this line lacks its number.
    MissingNumber { number: String },
    /// It looks like a number of the outline but does not fit its sequence.
    SuspectedFalseNumber { number: String },
    /// The nesting is deeper than the limit; deeper nodes became siblings.
    NestingTooDeep { limit: usize },
    /// The text has more pieces than the limit; the rest was kept as one.
    TooManyNodes { limit: usize },
    /// A label in the place of a responsibility label that is none.
    UnknownResponsibilityLabel {
        label: String,
        probable: Option<String>,
    },
    /// A unit is named twice for the same task.
    UnitNamedTwice { unit: String },
    /// A task has no unit of its own where its siblings have one.
    TaskWithoutUnit { task: String },
    /// A title seems to have been deleted from the sentence.
    DeletedTitle { around: String },
    /// The parse does not give the structure that the manifest records.
    StructureDiffers {
        what: String,
        recorded: usize,
        found: usize,
    },
    /// A diagnostic accepted in the manifest does not occur any more.
    AcceptedNotFound { code: String, text: String },
    /// The tree is not the one recorded beside the document.
    TreeDiffers {
        tree: String,
        gone: usize,
        new: usize,
    },
    /// No tree is recorded beside the document.
    TreeNotRecorded { tree: String },
}

impl Finding {
    /// The sentence for the reader.
    #[allow(
        clippy::too_many_lines,
        reason = "one arm a finding, two sentences each"
    )]
    pub fn message(&self, lang: Lang) -> String {
        use Lang::{En, Zh};
        match (self, lang) {
            (Self::GuessedEncoding { encoding }, En) => {
                format!("the encoding is not stated; read as {encoding}")
            }
            (Self::GuessedEncoding { encoding }, Zh) => format!("文件未标明编码，按 {encoding} 读取"),
            (Self::TextReplaced { count }, En) => {
                format!("{} “�” or 锟斤拷 for lost text", plural(*count, "place holds", "places hold"))
            }
            (Self::TextReplaced { count }, Zh) => {
                format!("有 {count} 处文字已无法解读，显示为“�”或“锟斤拷”")
            }
            (Self::MojibakeUndone { from }, En) => {
                format!("the text had been decoded as {from} by mistake; this was undone")
            }
            (Self::MojibakeUndone { from }, Zh) => format!("原文曾被误按 {from} 解码，已还原"),
            (Self::DamagedText, En) => {
                "the text is damaged: punctuation, titles or numbers are lost; headings were restored".into()
            }
            (Self::DamagedText, Zh) => "文本受损：标点、书名或编号缺失，标题由程序推断恢复".into(),
            (Self::NumberDuplicate { number }, En) => format!("number “{number}” stands twice"),
            (Self::NumberDuplicate { number }, Zh) => format!("编号“{number}”重复"),
            (Self::NumberGap { before, after, missing }, En) => {
                format!("“{before}” is followed by “{after}”: {} missing between them", plural(*missing as usize, "number is", "numbers are"))
            }
            (Self::NumberGap { before, after, missing }, Zh) => {
                format!("“{before}”之后为“{after}”，其间缺 {missing} 个编号")
            }
            (Self::NumberOutOfOrder { before, after }, En) => {
                format!("number “{after}” comes after “{before}”")
            }
            (Self::NumberOutOfOrder { before, after }, Zh) => format!("编号“{after}”排在“{before}”之后"),
            (Self::NumberNotFromOne { number }, En) => format!("the first number here is “{number}”, not 1"),
            (Self::NumberNotFromOne { number }, Zh) => format!("此处首个编号为“{number}”，并非从一起编"),
            (Self::LevelSkipped { number, parent }, En) => {
                format!("“{number}” stands directly under “{parent}”: a level is left out")
            }
            (Self::LevelSkipped { number, parent }, Zh) => format!("“{number}”直接位于“{parent}”之下，跳过一级"),
            (Self::NumberRunsOn { number, parent }, En) => {
                format!("numbers run on: “{parent}” begins with “{number}”")
            }
            (Self::NumberRunsOn { number, parent }, Zh) => format!("编号承前连续：“{parent}”之下从“{number}”开始"),
            (Self::MixedSeparators { number, usual }, En) => {
                format!("“{number}” is written unlike the others of its level (“{usual}”)")
            }
            (Self::MixedSeparators { number, usual }, Zh) => {
                format!("“{number}”的分隔符与同级编号（“{usual}”）不一致")
            }
            (Self::MixedWidth { number, usual }, En) => {
                format!("“{number}” mixes half-width and full-width forms with “{usual}”")
            }
            (Self::MixedWidth { number, usual }, Zh) => format!("“{number}”与同级编号“{usual}”全半角不一致"),
            (Self::BlankAfterNumber { number }, En) => format!("a blank stands after number “{number}”"),
            (Self::BlankAfterNumber { number }, Zh) => format!("编号“{number}”之后有空格"),
            (Self::MissingNumber { number }, En) => {
                format!("this line probably lacks its number “{number}”")
            }
            (Self::MissingNumber { number }, Zh) => format!("此行可能缺少编号“{number}”"),
            (Self::SuspectedFalseNumber { number }, En) => {
                format!("“{number}” does not fit the sequence and was read as text")
            }
            (Self::SuspectedFalseNumber { number }, Zh) => format!("“{number}”不合编号顺序，按正文处理"),
            (Self::NestingTooDeep { limit }, En) => {
                format!("more than {limit} levels; deeper ones were kept as siblings")
            }
            (Self::NestingTooDeep { limit }, Zh) => format!("层级超过 {limit} 级，更深的按同级处理"),
            (Self::TooManyNodes { limit }, En) => format!(
                "more than {limit} pieces; the rest was kept as one, raise the limit with --max-nodes"
            ),
            (Self::TooManyNodes { limit }, Zh) => format!(
                "文本超过 {limit} 段，其余按一段处理；可用 --max-nodes 提高上限"
            ),
            (Self::UnknownResponsibilityLabel { label, probable: Some(probable) }, En) => {
                format!("unknown responsibility label “{label}”; probably “{probable}”")
            }
            (Self::UnknownResponsibilityLabel { label, probable: Some(probable) }, Zh) => {
                format!("未知的责任标签“{label}”，疑为“{probable}”")
            }
            (Self::UnknownResponsibilityLabel { label, probable: None }, En) => {
                format!("unknown responsibility label “{label}”")
            }
            (Self::UnknownResponsibilityLabel { label, probable: None }, Zh) => {
                format!("未知的责任标签“{label}”")
            }
            (Self::UnitNamedTwice { unit }, En) => format!("unit “{unit}” is named twice for this task"),
            (Self::UnitNamedTwice { unit }, Zh) => format!("同一任务中“{unit}”重复列出"),
            (Self::TaskWithoutUnit { task }, En) => {
                format!("task {task} has no unit of its own, though its siblings have")
            }
            (Self::TaskWithoutUnit { task }, Zh) => format!("任务 {task} 未单独列明责任单位，而同级任务均已列明"),
            (Self::DeletedTitle { around }, En) => format!("a title seems to be deleted here: “{around}”"),
            (Self::DeletedTitle { around }, Zh) => format!("此处文件名疑被删去：“{around}”"),
            (Self::StructureDiffers { what, recorded, found }, En) => {
                format!("the manifest records {recorded} of “{what}”, the parse gives {found}")
            }
            (Self::StructureDiffers { what, recorded, found }, Zh) => {
                format!("清单记载“{what}”为 {recorded} 处，解析得 {found} 处")
            }
            (Self::AcceptedNotFound { code, text }, En) => {
                format!("accepted diagnostic {code} “{text}” does not occur any more; remove it from the manifest")
            }
            (Self::AcceptedNotFound { code, text }, Zh) => {
                format!("清单中接受的 {code}“{text}”不再出现，请从清单中删除")
            }
            (Self::TreeDiffers { tree, gone, new }, En) => {
                format!("the tree differs from {tree}: {} gone, {new} new", plural(*gone, "line", "lines"))
            }
            (Self::TreeDiffers { tree, gone, new }, Zh) => {
                format!("任务树与 {tree} 不符：少 {gone} 行，多 {new} 行")
            }
            (Self::TreeNotRecorded { tree }, En) => {
                format!("no tree is recorded in {tree}; `plan check --update` records it")
            }
            (Self::TreeNotRecorded { tree }, Zh) => {
                format!("{tree} 中没有任务树的记录，可用 plan check --update 记录")
            }
        }
    }
}
