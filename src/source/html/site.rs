//! Lines that sites put around a document, known by their wording.

/// A line from the foot of a site: owner, licence, police number. Each mark is
/// followed by what it states, so that `加强ICP备案管理` is none.
pub(super) fn is_notice(line: &str) -> bool {
    const MARKS: [&str; 7] = [
        "ICP备",
        "ICP备案号",
        "ICP证",
        "公网安备",
        "网站标识码",
        "版权所有",
        "Copyright",
    ];
    let states = |mark: &&str| {
        line.split_once(*mark).is_some_and(|(_, rest)| {
            let rest = rest.trim_start_matches([' ', '字']);
            rest.is_empty()
                || rest.starts_with(['：', ':', '©', '(', '（'])
                || rest.starts_with(|c: char| c.is_ascii_digit())
        })
    };
    line.len() <= 450 && !line.contains('。') && MARKS.iter().any(states)
}

/// What tools of a page are called; longer names before those they begin with.
const TOOLS: &str = "\
    扫一扫在手机上查看当前页面 扫一扫在手机打开当前页面 扫一扫在手机打开当前页 \
    扫一扫手机打开当前页 English 无障碍浏览 无障碍阅读 添加收藏夹 微信扫一扫 下载文字版 \
    下载图片版 Email 微信朋友圈 打印本页 打印页面 关闭窗口 关闭页面 关闭本页 收藏本页 \
    加入收藏 设为首页 返回顶部 返回首页 返回列表 网站地图 联系我们 长者助手 长者模式 \
    新浪微博 复制链接 QQ空间 添加收藏 关于我们 相关新闻 相关阅读 相关文章 相关链接 相关推荐 \
    推荐阅读 热点新闻 设置首页 收藏本站 便携打印 网站首页 我要纠错 打印此页 关闭此页 \
    QQ好友 微信好友 无障碍 朋友圈 扫一扫 分享到 分享至 人人网 字体 字号 打印 关闭 收藏 分享 \
    微信 微博 首页 顶部 登录 注册 繁体 简体 默认 超大 QQ 放大 缩小 正常 豆瓣";

/// A line that consists of such names (`【打印】【字体：大 中 小】`, `分享到：`), or
/// says where on the site one is.
pub(super) fn is_tool(line: &str) -> bool {
    const STARTS: [&str; 12] = [
        "上一篇",
        "下一篇",
        "上一条",
        "下一条",
        "当前位置",
        "现在位置",
        "所在位置",
        "您的位置",
        "您现在的位置",
        "您当前的位置",
        "您的当前位置",
        "浏览次数",
    ];
    let line = line.trim();
    if line.len() > 240 {
        return false;
    }
    if STARTS.iter().any(|start| {
        line.strip_prefix(start)
            .is_some_and(|rest| rest.starts_with(['：', ':']))
    }) {
        return !line.contains('。');
    }
    let words: String = line
        .chars()
        .filter(|c| !c.is_whitespace() && !"【】［］[]（）()：:|｜丨/-—·>+A".contains(*c))
        .collect();
    let mut rest = words.as_str();
    let mut named = false;
    while !rest.is_empty() {
        if let Some(after) = TOOLS.split(' ').find_map(|tool| rest.strip_prefix(tool)) {
            rest = after;
            named = true;
        } else if let Some(after) = rest.strip_prefix(['大', '中', '小']) {
            rest = after;
        } else {
            return false;
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_tools_are_told_from_lines_of_text() {
        let cases = [
            ("【打印】【字体：大 中 小】", true),
            ("分享到：", true),
            ("打印字体：放大 正常 缩小 分享", true),
            ("添加收藏夹 | 设为首页 | 关于我们", true),
            ("　现在位置： 首页 >> 规划 >> 正文", true),
            ("相关阅读", true),
            ("大中小", false),
            ("打印机采购管理办法", false),
            ("首页建设方案", false),
            ("当前位置：处于转型升级的关键时期。", false),
            ("一、总则", false),
            ("", false),
        ];
        for (line, expected) in cases {
            assert_eq!(is_tool(line), expected, "{line}");
        }
    }

    #[test]
    fn notices_state_an_owner_or_a_number() {
        let cases = [
            ("版权所有：某市人民政府 某ICP备00000000号", true),
            ("某市人民政府版权所有", true),
            ("某公网安备 00000000000000号", true),
            ("政府网站标识码：0000000000", true),
            ("Copyright © 某市", true),
            ("（三）加强ICP备案管理", false),
            ("（四）保护版权所有者权益", false),
            ("网站标识码管理办法", false),
        ];
        for (line, expected) in cases {
            assert_eq!(is_notice(line), expected, "{line}");
        }
    }

    #[test]
    fn longer_names_come_before_those_they_begin_with() {
        let tools: Vec<&str> = TOOLS.split(' ').collect();
        for (at, tool) in tools.iter().enumerate() {
            assert!(!tool.is_empty());
            assert!(
                !tools[..at].iter().any(|earlier| tool.starts_with(earlier)),
                "{tool}"
            );
        }
    }
}
