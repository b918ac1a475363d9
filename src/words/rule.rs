//! What each rule means, an example of it, and what to do.

use super::Lang;
use crate::diagnostic::Rule;

/// A rule explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explanation {
    /// What the finding says, in a sentence or two.
    pub meaning: &'static str,
    /// What the reader should do.
    pub remedy: &'static str,
}

/// A piece of a document, or of the manifest, that raises the rule. Documents
/// are Chinese, so examples are not translated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Example {
    /// Text of a document.
    Text(&'static str),
    /// An entry of the manifest.
    Manifest(&'static str),
}

impl Example {
    /// The lines of the example.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Text(text) | Self::Manifest(text) => text,
        }
    }
}

/// An example of the rule, where a few lines can show it.
pub const fn example(rule: Rule) -> Option<Example> {
    let text = match rule {
        Rule::GuessedEncoding
        | Rule::NestingTooDeep
        | Rule::TooManyNodes
        | Rule::TreeDiffers
        | Rule::TreeNotRecorded => return None,
        Rule::TextReplaced => "一、加强教育\n二、健全制�\n",
        Rule::MojibakeUndone => "鍋氬ソ闃叉睕宸ヤ綔锛屽埌骞村簳寤烘垚浣撶郴\n",
        Rule::DamagedText => {
            "某市河道保护实施办法.一.加强宣传教育.组织编写教材并深入村镇开展宣讲.建立志愿服务队伍.每年开展主题教育活动.引导群众自觉爱护河道.二.健全管护制度.修订完善管护的规定.明确各级责任.落实巡查经费.公开办事程序.建立问题台账并限期整改.三.强化监督检查.定期通报检查结果.受理群众举报.严肃查处侵占河道的行为.对整改不力的单位进行约谈.四.完善保障措施.各级各部门要加强组织领导.把任务分解到岗位和个人.加大资金投入.强化技术支撑.总结推广好的经验和做法.营造全社会关心支持参与河道保护的良好氛围.确保各项任务落到实处取得实效.\n"
        }
        Rule::NumberDuplicate => "一、加强教育\n二、健全制度\n二、强化监督\n三、严肃纪律\n",
        Rule::NumberGap => "一、加强教育\n二、健全制度\n四、强化监督\n五、严肃纪律\n",
        Rule::NumberOutOfOrder => {
            "一、加强教育\n二、健全制度\n三、强化监督\n二、深化改革\n四、严肃纪律\n"
        }
        Rule::NumberNotFromOne => "二、健全制度\n三、强化监督\n四、严肃纪律\n",
        Rule::LevelSkipped => {
            "一、加强教育\n（一）主题教育\n1.编写教材。\n2.组织宣讲。\n二、健全制度\n1.修订规定。\n2.公布清单。\n"
        }
        Rule::NumberRunsOn => {
            "一、加强教育\n（一）编写教材。\n（二）组织宣讲。\n二、健全制度\n（三）修订规定。\n（四）公布清单。\n"
        }
        Rule::MixedSeparators => "一、加强教育\n1.编写教材。\n2、组织宣讲。\n3.检查落实。\n",
        Rule::MixedWidth => "一、加强教育\n（一）编写教材。\n(二)组织宣讲。\n（三）检查落实。\n",
        Rule::BlankAfterNumber => {
            "一、加强教育\n1.编写教材。\n2. 组织宣讲。\n3.检查落实。\n4.总结经验。\n"
        }
        Rule::MissingNumber => {
            "一、加强教育\n（一）编写教材\n组织专家编写。\n组织宣讲\n深入基层宣讲。\n（三）检查落实\n每年检查一次。\n"
        }
        Rule::SuspectedFalseNumber => {
            "一、加强教育\n1.编写教材。\n2.组织宣讲。\n三、四季度检查落实。\n二、健全制度\n"
        }
        Rule::UnknownResponsibilityLabel => {
            "一、加强教育\n1.编写教材。\n牵头单位：市教育局\n协办单位：市财政局\n2.组织宣讲。\n牵头单位：市文化局\n协辨单位：市财政局\n"
        }
        Rule::UnitNamedTwice => {
            "一、加强教育\n1.编写教材。\n牵头单位：市教育局\n协办单位：市财政局、市文化局、市财政局\n"
        }
        Rule::TaskWithoutUnit => {
            "一、加强教育\n1.编写教材。（市教育局负责）\n2.组织宣讲。（市文化局负责）\n3.检查落实。\n4.总结经验。（市教育局负责）\n"
        }
        Rule::DeletedTitle => "为贯彻落实，结合本市实际，制定本市。\n",
        Rule::StructureDiffers => {
            return Some(Example::Manifest("[document.structure]\n\"一、\" = 8\n"));
        }
        Rule::AcceptedNotFound => {
            return Some(Example::Manifest(
                "[[document.accepted]]\ncode = \"PLAN012\"\ntext = \"四、\"\n",
            ));
        }
    };
    Some(Example::Text(text))
}

/// What the rule means and what to do.
#[allow(clippy::too_many_lines, reason = "one arm a rule, four sentences each")]
pub const fn explain(rule: Rule, lang: Lang) -> Explanation {
    let (meaning, remedy) = match (rule, lang) {
        (Rule::GuessedEncoding, Lang::En) => (
            "The file does not say which encoding it is in, and its bytes can be read in more than one. The most probable was taken.",
            "Look at a few lines with `plan show`. If they are wrong, save the file as UTF-8 and try again.",
        ),
        (Rule::GuessedEncoding, Lang::Zh) => (
            "文件未标明编码，其字节可按多种编码解读，程序取了最可能的一种。",
            "用 plan show 查看几行；如有乱码，请将文件另存为 UTF-8 后重试。",
        ),
        (Rule::TextReplaced, Lang::En) => (
            "Some bytes are no text in the encoding of the file. Each such place stands as “�”; 锟斤拷 is the same loss, saved and opened once more.",
            "Fetch the document again; the copy was probably cut off or converted wrongly.",
        ),
        (Rule::TextReplaced, Lang::Zh) => (
            "文件中有些字节按其编码无法解读，每处以“�”代替；“锟斤拷”是同样的缺损再次转存的结果。",
            "请重新获取原文；此副本可能被截断或转换有误。",
        ),
        (Rule::MojibakeUndone, Lang::En) => (
            "Somebody had opened the text in a wrong encoding and saved what appeared. This could be undone, and everything below is of the text put right.",
            "Compare a few lines with the original, then replace the file by a sound copy.",
        ),
        (Rule::MojibakeUndone, Lang::Zh) => (
            "文件曾以错误的编码打开并保存，成为乱码。程序已将其还原，以下均以还原后的文字为准。",
            "请与原文核对几行，再以完好的副本替换此文件。",
        ),
        (Rule::DamagedText, Lang::En) => (
            "Line breaks, punctuation, titles or numbers are lost throughout. Chapters and headings were recovered from what is left; each recovered heading carries a confidence.",
            "Use a sound copy if there is one. Otherwise look at the recovered headings with `plan show` before relying on them.",
        ),
        (Rule::DamagedText, Lang::Zh) => (
            "全文的换行、标点、书名或编号已缺失。章与标题由余下文字推断恢复，每个恢复的标题附有可信度。",
            "如有完好的文本，请改用之；否则请先用 plan show 核对恢复的标题，再作依据。",
        ),
        (Rule::NumberDuplicate, Lang::En) => (
            "One number stands twice in the same run.",
            "Look which of the two is misprinted. Both are kept: the second gets the id of the first with `~2`.",
        ),
        (Rule::NumberDuplicate, Lang::Zh) => (
            "同一序列中，同一编号出现两次。",
            "请核对哪一处有误。两处均予保留，后一处的标识加“~2”。",
        ),
        (Rule::NumberGap, Lang::En) => (
            "Two numbers follow each other in a run though others should stand between them.",
            "Look whether a heading or a paragraph was lost in copying, or whether the document was printed so.",
        ),
        (Rule::NumberGap, Lang::Zh) => (
            "序列中相邻的两个编号之间缺号。",
            "请核对是转录时漏了标题或段落，还是原文如此。",
        ),
        (Rule::NumberOutOfOrder, Lang::En) => (
            "A number is smaller than the one before it in the same run.",
            "Look whether two pieces were swapped or a number is misprinted. The order of the text is kept.",
        ),
        (Rule::NumberOutOfOrder, Lang::Zh) => (
            "同一序列中，后一编号小于前一编号。",
            "请核对是前后两段错位，还是编号有误。程序保持原文次序。",
        ),
        (Rule::NumberNotFromOne, Lang::En) => (
            "The first number of a run is not 1, and the run does not continue an earlier one.",
            "Look whether the beginning is missing: an excerpt, a lost page, a heading that lost its number.",
        ),
        (Rule::NumberNotFromOne, Lang::Zh) => (
            "一个序列的首个编号不是一，也不是承接前文的连续编号。",
            "请核对开头是否缺失：或为节录，或缺页，或标题失去编号。",
        ),
        (Rule::LevelSkipped, Lang::En) => (
            "A number stands directly under one that is two levels above it elsewhere in the document. GB/T 9704 (7.3.3) orders the levels 一、（一）1.（1）.",
            "Nothing to mend if the drafters left the level out on purpose.",
        ),
        (Rule::LevelSkipped, Lang::Zh) => (
            "编号越过中间一级，直接位于更高一级之下。GB/T 9704（7.3.3）的层次序数依次为“一、”“（一）”“1.”“（1）”。",
            "如起草时有意略去该级，则无须修改。",
        ),
        (Rule::NumberRunsOn, Lang::En) => (
            "The numbers do not begin anew under each parent but go on counting through the document. Many plans number their tasks so.",
            "Nothing to mend. Ids still follow the printed numbers.",
        ),
        (Rule::NumberRunsOn, Lang::Zh) => (
            "编号不在各上级标题下重新起算，而是通篇连续。许多规划的任务即如此编号。",
            "无须修改。标识仍按原文编号。",
        ),
        (Rule::MixedSeparators, Lang::En) => (
            "Numbers of one level are set off by different marks.",
            "Nothing to mend for reading; they are read as one level. A fix is proposed for those who edit the document.",
        ),
        (Rule::MixedSeparators, Lang::Zh) => (
            "同一层级的编号使用了不同的分隔符。",
            "不影响解析，程序按同一层级处理；如需编辑文件，可采用所附的改法。",
        ),
        (Rule::MixedWidth, Lang::En) => (
            "Numbers of one level are written partly in half-width, partly in full-width characters.",
            "Nothing to mend for reading; they are read as one level. A fix is proposed for those who edit the document.",
        ),
        (Rule::MixedWidth, Lang::Zh) => (
            "同一层级的编号混用全角与半角字符。",
            "不影响解析，程序按同一层级处理；如需编辑文件，可采用所附的改法。",
        ),
        (Rule::BlankAfterNumber, Lang::En) => (
            "A blank stands between a number and its text.",
            "Nothing to mend for reading. A fix is proposed for those who edit the document.",
        ),
        (Rule::BlankAfterNumber, Lang::Zh) => (
            "编号与正文之间有空格。",
            "不影响解析；如需编辑文件，可采用所附的改法。",
        ),
        (Rule::MissingNumber, Lang::En) => (
            "The sequence lacks a number, and this line stands where it should be and looks like its siblings.",
            "Compare with the original. The line is kept as a recovered heading with the number it should have.",
        ),
        (Rule::MissingNumber, Lang::Zh) => (
            "序列缺号，而此行恰在其位，且与同级标题相似。",
            "请与原文核对。此行按恢复的标题处理，并取应有的编号。",
        ),
        (Rule::SuspectedFalseNumber, Lang::En) => (
            "A line begins like a numbered one, but the number fits no sequence around it. It was read as text.",
            "Look at the line. If it is a heading, its number is misprinted.",
        ),
        (Rule::SuspectedFalseNumber, Lang::Zh) => (
            "此行开头形似编号，但与前后序列均不相合，按正文处理。",
            "请查看此行；如确为标题，则其编号有误。",
        ),
        (Rule::NestingTooDeep, Lang::En) => (
            "The numbering nests deeper than the limit. Deeper nodes were kept as siblings; no text is lost.",
            "Look whether the file is a document at all: plans rarely have more than five levels.",
        ),
        (Rule::NestingTooDeep, Lang::Zh) => (
            "编号的嵌套层数超过上限，更深者按同级保留，文字不丢失。",
            "请查看该文件是否确为规划文件：规划很少超过五级。",
        ),
        (Rule::TooManyNodes, Lang::En) => (
            "The text falls into more numbered lines and paragraphs than the limit. The rest was kept as one paragraph; no text is lost.",
            "Look whether the file is a document at all. If it is, raise the limit with --max-nodes.",
        ),
        (Rule::TooManyNodes, Lang::Zh) => (
            "文本的编号行和段落数超过上限，其余按一段保留，文字不丢失。",
            "请查看该文件是否确为规划文件；如确实如此，可用 --max-nodes 提高上限。",
        ),
        (Rule::UnknownResponsibilityLabel, Lang::En) => (
            "A line stands where a responsibility line belongs and names units, but its label is none that is known.",
            "Look whether the label is misprinted. Its units are counted with the role that is probable, where one is.",
        ),
        (Rule::UnknownResponsibilityLabel, Lang::Zh) => (
            "此行位于责任单位行的位置并列出单位，但其标签不是已知的责任标签。",
            "请核对标签是否有误。如可推断其职责，所列单位即按该职责计入。",
        ),
        (Rule::UnitNamedTwice, Lang::En) => (
            "One unit is named twice for the same task, in one list or under two labels.",
            "Look whether one mention stands for another unit. The unit is counted once.",
        ),
        (Rule::UnitNamedTwice, Lang::Zh) => (
            "同一任务中，同一单位列出两次：或在同一名单内，或在两个标签之下。",
            "请核对其中一处是否应为另一单位。该单位只计一次。",
        ),
        (Rule::TaskWithoutUnit, Lang::En) => (
            "A task has no unit of its own, though nearly all tasks beside it have.",
            "Look whether its responsibility line was lost, or whether the next line is meant for it too.",
        ),
        (Rule::TaskWithoutUnit, Lang::Zh) => (
            "该任务没有单独列明责任单位，而同级任务几乎均已列明。",
            "请核对责任单位行是否遗漏，或其后一行是否兼管此任务。",
        ),
        (Rule::DeletedTitle, Lang::En) => (
            "A sentence needs the title of a document where there is none. Some collections delete everything in 《》.",
            "Fill in the title from the original; the sentence cannot be compared well without it.",
        ),
        (Rule::DeletedTitle, Lang::Zh) => (
            "句中应有文件名而无。有些文库会删去书名号及其中文字。",
            "请据原文补上文件名，否则该句难以比对。",
        ),
        (Rule::StructureDiffers, Lang::En) => (
            "The manifest records how many numbers of each style the document has, and the parse gives another count. Either the file or the parser has changed.",
            "Look at the place with `plan show`. If the parse is right, correct the count in the manifest.",
        ),
        (Rule::StructureDiffers, Lang::Zh) => (
            "清单记载了该文件各类编号的数目，解析结果与之不符：或文件有变，或程序有变。",
            "请用 plan show 核对；如解析无误，请更正清单中的数目。",
        ),
        (Rule::AcceptedNotFound, Lang::En) => (
            "The manifest accepts a diagnostic that does not occur any more.",
            "Remove the entry from the manifest; otherwise it would hide the fault if it came back.",
        ),
        (Rule::AcceptedNotFound, Lang::Zh) => (
            "清单中接受的一条诊断不再出现。",
            "请从清单中删除该条，否则同样的问题再次出现时会被掩盖。",
        ),
        (Rule::TreeDiffers, Lang::En) => (
            "With `--locked`: the document no longer gives the tree recorded beside it. Either the file or the program has changed; the lines gone and new are shown below the findings.",
            "Look at the difference. If the new tree is right, record it with `plan check --update`.",
        ),
        (Rule::TreeDiffers, Lang::Zh) => (
            "使用 --locked 时：该文件解析所得的任务树与其旁所记不符，或文件有变，或程序有变。少去与多出的行列在诊断之后。",
            "请查看差异；如新的任务树无误，用 plan check --update 重新记录。",
        ),
        (Rule::TreeNotRecorded, Lang::En) => (
            "With `--locked`: no tree is recorded beside the document.",
            "Look at the document with `plan show`, then record its tree with `plan check --update`.",
        ),
        (Rule::TreeNotRecorded, Lang::Zh) => (
            "使用 --locked 时：文件旁没有任务树的记录。",
            "请先用 plan show 查看，再用 plan check --update 记录。",
        ),
    };
    Explanation { meaning, remedy }
}
