//! The plain text of a letter, for those who read no HTML and for machines that
//! read aloud.

use i18n::Lang;

use super::{Block, Letter, Link};

pub(super) fn render(letter: &Letter) -> String {
    let mut parts = vec![heading(&letter.heading)];
    parts.extend(letter.blocks.iter().map(|part| block(part, letter.lang)));
    parts.push(footer(letter));
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

fn heading(heading: &str) -> String {
    let heading = heading.trim();
    let rule = "=".repeat(heading.chars().count().min(72));
    format!("{heading}\n{rule}")
}

fn block(block: &Block, lang: Lang) -> String {
    match block {
        Block::Paragraph(text) | Block::Small(text) => clean(text),
        Block::Quote(text) => prefixed("> ", "> ", text),
        Block::Card { title, lines, strong } => {
            let facts = std::iter::once(title).chain(lines).chain(strong);
            let facts: Vec<String> = facts.map(|fact| clean(fact)).collect();
            facts.join("\n")
        }
        Block::List(points) => {
            let points: Vec<String> = points.iter().map(|p| prefixed("- ", "  ", p)).collect();
            points.join("\n")
        }
        Block::Button(target) => match target.safe_url() {
            Some(url) => format!("{}{}\n{url}", clean(&target.label), colon(lang)),
            None => clean(&target.label),
        },
        Block::SmallLink { before, link: to } => format!("{} {}", clean(before), link(to, lang)),
    }
}

fn footer(letter: &Letter) -> String {
    // "-- " alone on a line starts a signature (RFC 3676, 4.3): readers fold it away.
    let mut lines = vec!["-- ".to_owned()];
    lines.push(clean(&letter.reason));
    lines.extend(letter.settings.as_ref().map(|to| link(to, letter.lang)));
    lines.push(clean(&letter.sender_line));
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

fn link(link: &Link, lang: Lang) -> String {
    match link.safe_url() {
        Some(url) => format!("{}{} {url}", clean(&link.label), colon(lang)),
        None => clean(&link.label),
    }
}

/// French sets a no-break space before a colon.
fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "\u{a0}:",
        Lang::En => ":",
    }
}

fn prefixed(first: &str, next: &str, text: &str) -> String {
    let text = clean(text);
    let lines = text.lines().enumerate().map(|(i, line)| {
        let prefix = if i == 0 { first } else { next };
        format!("{prefix}{line}").trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Line breaks stay; other control characters, which can move a terminal's cursor,
/// go.
fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    text.trim()
        .chars()
        .filter(|c| *c == '\n' || !c.is_control())
        .collect()
}
