//! Rust files as a flat row of tokens, without comments.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// One token and its line.
pub(super) struct Token {
    pub line: usize,
    pub kind: Kind,
    pub text: String,
}

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// An identifier or a keyword.
    Word,
    /// A string, without what surrounds it.
    Text,
    /// Everything else.
    Mark,
}

/// The tokens of a file; none when it is not (yet) Rust: that is the compiler's to say.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    if let Ok(stream) = text.parse() {
        flatten(stream, &mut tokens);
    }
    tokens
}

/// The lines on which these tokens follow one another. `*` stands for any token.
pub(super) fn lines_with(tokens: &[Token], row: &[&str]) -> Vec<usize> {
    let matches = |window: &&[Token]| {
        window
            .iter()
            .zip(row)
            .all(|(token, want)| *want == "*" || (token.kind != Kind::Text && token.text == *want))
    };
    tokens
        .windows(row.len())
        .filter(matches)
        .filter_map(|window| Some(window.first()?.line))
        .collect()
}

fn flatten(stream: TokenStream, into: &mut Vec<Token>) {
    for tree in stream {
        let line = tree.span().start().line;
        match tree {
            TokenTree::Group(group) => {
                // A doc comment reaches us as an attribute.
                if group.delimiter() == Delimiter::Bracket && is_doc(&group.stream()) {
                    continue;
                }
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                into.push(Token {
                    line,
                    kind: Kind::Mark,
                    text: open.to_owned(),
                });
                flatten(group.stream(), into);
                let line = group.span_close().start().line;
                into.push(Token {
                    line,
                    kind: Kind::Mark,
                    text: close.to_owned(),
                });
            }
            TokenTree::Ident(word) => into.push(Token {
                line,
                kind: Kind::Word,
                text: word.to_string(),
            }),
            TokenTree::Punct(mark) => into.push(Token {
                line,
                kind: Kind::Mark,
                text: mark.to_string(),
            }),
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                into.push(match inside_quotes(&text) {
                    Some(inside) => Token {
                        line,
                        kind: Kind::Text,
                        text: inside.to_owned(),
                    },
                    None => Token {
                        line,
                        kind: Kind::Mark,
                        text,
                    },
                });
            }
        }
    }
}

fn is_doc(stream: &TokenStream) -> bool {
    let mut trees = stream.clone().into_iter();
    matches!((trees.next(), trees.next()), (Some(TokenTree::Ident(name)), Some(TokenTree::Punct(is)))
        if name == "doc" && is.as_char() == '=')
}

fn inside_quotes(literal: &str) -> Option<&str> {
    let start = literal.find('"')?;
    let end = literal.rfind('"')?;
    literal.get(start + 1..end)
}

#[test]
fn comments_are_no_tokens_and_strings_keep_their_line() {
    let tokens = tokens("/// A company.\n// Entity\nfn first() {\n    call(r#\"SELECT 1\"#);\n}");

    assert!(lines_with(&tokens, &["Entity"]).is_empty());
    assert_eq!(lines_with(&tokens, &["fn", "*", "("]), [3]);
    let texts: Vec<_> = tokens.iter().filter(|token| token.kind == Kind::Text).collect();
    assert_eq!(
        (texts[0].text.as_str(), texts[0].line, texts.len()),
        ("SELECT 1", 4, 1)
    );
}
