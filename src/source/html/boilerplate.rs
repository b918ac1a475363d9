//! What on a page is not the document: navigation, link lists, share bars,
//! notices of the site. Told from the names pages give their parts and from
//! how much of a part is links; a part that holds most of the page's own text
//! is kept whatever it is called.

use super::element::Block;
use super::page::Piece;
use super::tag::Tag;

/// How much has been read so far.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counts {
    pub chars: u32,
    pub link_chars: u32,
    pub links: u32,
    /// Full stops `。`: the mark of prose.
    pub stops: u32,
    /// Lines of the kind that stands at the foot of a site.
    pub notices: u32,
}

impl Counts {
    fn since(self, start: Self) -> Self {
        Self {
            chars: self.chars - start.chars,
            link_chars: self.link_chars - start.link_chars,
            links: self.links - start.links,
            stops: self.stops - start.stops,
            notices: self.notices - start.notices,
        }
    }

    fn own(self) -> u32 {
        self.chars - self.link_chars
    }

    fn mostly_links(self, percent: u64) -> bool {
        u64::from(self.link_chars) * 100 >= u64::from(self.chars) * percent
    }
}

/// What a part of the page is by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Plain,
    /// Navigation, or not shown.
    Aside,
    /// Head, foot or side of the page: left out where it is links.
    Frame,
    /// A small tool: share bar, print button, breadcrumb, search form.
    Tool,
}

/// A part of the page: one block element.
#[derive(Debug)]
pub(super) struct Container {
    role: Role,
    first_piece: usize,
    end_piece: usize,
    counts: Counts,
}

impl Container {
    pub(super) fn open(role: Role, first_piece: usize, counts: Counts) -> Self {
        Self {
            role,
            first_piece,
            end_piece: first_piece,
            counts,
        }
    }

    pub(super) fn close(&mut self, end_piece: usize, counts: Counts) {
        self.end_piece = end_piece;
        self.counts = counts.since(self.counts);
    }

    fn is_boilerplate(&self, page: Counts) -> bool {
        let own = self.counts;
        if own.chars == 0 {
            return false;
        }
        let minor = u64::from(own.own()) * 2 < u64::from(page.own());
        let small = own.chars <= 150 && own.stops == 0 && minor;
        match self.role {
            Role::Aside => minor || own.mostly_links(50),
            Role::Frame => minor && (own.mostly_links(40) || own.notices > 0 && own.stops <= 3),
            Role::Tool => small || own.mostly_links(40),
            Role::Plain => own.links >= 5 && own.mostly_links(80) && own.stops == 0,
        }
    }
}

/// The role that an element has by its tag, its `role`, `id` and `class`.
pub(super) fn role(block: Block, tag: &Tag) -> Role {
    const ASIDE: [&str; 15] = [
        "nav",
        "navbar",
        "navigation",
        "menu",
        "mainnav",
        "topnav",
        "subnav",
        "leftnav",
        "breadcrumb",
        "breadcrumbs",
        "crumb",
        "crumbs",
        "dqwz",
        "mbx",
        "daohang",
    ];
    const FRAME: [&str; 18] = [
        "header",
        "footer",
        "foot",
        "top",
        "topbar",
        "bottom",
        "sidebar",
        "aside",
        "copyright",
        "friendlink",
        "friendlinks",
        "links",
        "yqlj",
        "related",
        "recommend",
        "banner",
        "banquan",
        "siderbar",
    ];
    const TOOL: [&str; 24] = [
        "share",
        "sharebox",
        "bdshare",
        "jiathis",
        "fenxiang",
        "print",
        "fontsize",
        "toolbar",
        "tools",
        "toolbox",
        "qrcode",
        "ewm",
        "erweima",
        "gotop",
        "backtop",
        "pagination",
        "pager",
        "login",
        "search",
        "searchbox",
        "position",
        "weizhi",
        "accessibility",
        "cookie",
    ];
    if tag.hidden || block == Block::NAV || tag.role == "navigation" {
        return Role::Aside;
    }
    if matches!(block, Block::HEADER | Block::FOOTER | Block::ASIDE)
        || matches!(
            tag.role.as_str(),
            "banner" | "contentinfo" | "complementary"
        )
    {
        return Role::Frame;
    }
    if matches!(block, Block::FORM | Block::DIALOG | Block::MENU) || tag.role == "search" {
        return Role::Tool;
    }
    let mut found = Role::Plain;
    for word in name_words(&tag.id_and_class) {
        if ASIDE.contains(&word.as_str()) {
            return Role::Aside;
        } else if TOOL.contains(&word.as_str()) {
            found = Role::Tool;
        } else if found == Role::Plain && FRAME.contains(&word.as_str()) {
            found = Role::Frame;
        }
    }
    found
}

/// The words of `class="mainNav share-bar"`, in lower case.
fn name_words(names: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut lower_before = false;
    for c in names.chars() {
        if !c.is_ascii_alphabetic() || (c.is_ascii_uppercase() && lower_before) {
            words.push(String::new());
        }
        lower_before = c.is_ascii_lowercase();
        if c.is_ascii_alphabetic()
            && let Some(word) = words.last_mut()
        {
            word.push(c.to_ascii_lowercase());
        }
    }
    words
}

/// For each piece whether it belongs to the document.
pub(super) fn kept(
    text: &str,
    pieces: &[Piece],
    containers: &[Container],
    page: Counts,
) -> Vec<bool> {
    let mut change = vec![0_i32; pieces.len() + 1];
    for container in containers
        .iter()
        .filter(|container| container.is_boilerplate(page))
    {
        change[container.first_piece] += 1;
        change[container.end_piece] -= 1;
    }
    let mut dropped = 0;
    pieces
        .iter()
        .zip(change)
        .map(|(piece, change)| {
            dropped += change;
            let line = &text[piece.start..piece.end];
            dropped == 0 && !is_site_notice(line) && !is_tool_line(line)
        })
        .collect()
}

/// A line from the foot of a site: owner, licence, police number.
pub(super) fn is_site_notice(line: &str) -> bool {
    const NOTICES: [&str; 6] = [
        "ICP备",
        "ICP证",
        "公网安备",
        "网站标识码",
        "版权所有",
        "Copyright",
    ];
    line.len() <= 450 && !line.contains('。') && NOTICES.iter().any(|notice| line.contains(notice))
}

/// A line that consists of what tools of the page are called:
/// `【打印】【字体：大 中 小】`, `分享到：`, `上一篇：…`, `当前位置：…`.
fn is_tool_line(line: &str) -> bool {
    const STARTS: [&str; 10] = [
        "上一篇：",
        "下一篇：",
        "上一条：",
        "下一条：",
        "当前位置：",
        "您的位置：",
        "您现在的位置：",
        "您当前的位置：",
        "所在位置：",
        "浏览次数：",
    ];
    // Longer words first: the first that fits is taken off.
    const WORDS: [&str; 46] = [
        "扫一扫在手机打开当前页",
        "扫一扫在手机上查看当前页面",
        "扫一扫手机打开当前页",
        "无障碍浏览",
        "无障碍阅读",
        "打印本页",
        "打印页面",
        "关闭窗口",
        "关闭页面",
        "关闭本页",
        "收藏本页",
        "加入收藏",
        "设为首页",
        "返回顶部",
        "返回首页",
        "返回列表",
        "网站地图",
        "联系我们",
        "长者助手",
        "长者模式",
        "新浪微博",
        "复制链接",
        "QQ空间",
        "无障碍",
        "朋友圈",
        "扫一扫",
        "分享到",
        "分享至",
        "字体",
        "字号",
        "打印",
        "关闭",
        "收藏",
        "分享",
        "微信",
        "微博",
        "首页",
        "顶部",
        "登录",
        "注册",
        "繁体",
        "简体",
        "English",
        "默认",
        "超大",
        "QQ",
    ];
    let line = line.trim();
    if line.len() > 240 {
        return false;
    }
    if STARTS
        .iter()
        .any(|start| line.starts_with(start) || line.starts_with(&start.replace('：', ":")))
    {
        return !line.contains('。');
    }
    let mut rest: String = line
        .chars()
        .filter(|c| !c.is_whitespace() && !"【】［］[]（）()：:|｜丨/-—·>+A".contains(*c))
        .collect();
    let mut named = false;
    while !rest.is_empty() {
        if let Some(word) = WORDS.iter().find(|word| rest.starts_with(**word)) {
            rest.drain(..word.len());
            named = true;
        } else if rest.starts_with(['大', '中', '小']) {
            rest.drain(..'大'.len_utf8());
        } else {
            return false;
        }
    }
    named
}
