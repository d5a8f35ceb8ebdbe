//! From an envelope to the bytes on the wire (RFC 5322, 2045-2049).

use lettre::message::header::{Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::{Address, Message};

use crate::{Envelope, Failure, Sender};

/// Whether `text` is an address a letter can be sent to.
///
/// Syntax only: that somebody reads it is proved by answering a letter.
pub fn is_address(text: &str) -> bool {
    parse(text).is_ok()
}

/// Reads an address. Its domain is turned to ASCII (`zürich.ch` to
/// `xn--zrich-kva.ch`), which every mail server takes.
pub(crate) fn parse(text: &str) -> Result<Address, String> {
    let text = text.trim();
    let (user, domain) = text.rsplit_once('@').ok_or("an address without @")?;
    // RFC 5321, 4.5.3.1: 64 octets before the @, 254 in all.
    if text.len() > 254 || user.len() > 64 {
        return Err("an address that is too long".to_owned());
    }
    let domain = idna::domain_to_ascii(domain).map_err(|_| "an address without a domain")?;
    Address::new(user, domain).map_err(|error| error.to_string())
}

/// The letter as a message with a text part and an HTML part, text first as the
/// simplest comes first (RFC 2046, 5.1.4).
pub(crate) fn build(sender: &Sender, envelope: &Envelope) -> Result<Message, Failure> {
    let Envelope { id, to, letter } = envelope;
    let address = parse(&to.email).map_err(Failure::Refused)?;
    let name = to.name.as_deref().map(one_line).filter(|n| !n.is_empty());
    let from = parse(&sender.address).map_err(Failure::Retry)?;
    let mut message = Message::builder()
        .from(Mailbox::new(Some(one_line(&sender.name)), from))
        .to(Mailbox::new(name, address))
        .subject(one_line(&letter.subject))
        .message_id(Some(format!("<{id}@{}>", sender.host)))
        .header(AutoSubmitted);
    if let Some(url) = letter.unsubscribe.as_deref().and_then(bare_url) {
        message = message
            .header(ListUnsubscribe(format!("<{url}>")))
            .header(ListUnsubscribePost);
    }
    message
        .multipart(MultiPart::alternative_plain_html(
            letter.text(),
            letter.html(&sender.name),
        ))
        .map_err(|error| Failure::Refused(error.to_string()))
}

/// Headers are lines: whatever would start another becomes a space.
pub(crate) fn one_line(text: &str) -> String {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let flat: String = text.chars().map(|c| if breaks(c) { ' ' } else { c }).collect();
    // By the plain space only: a no-break space is there on purpose.
    let words = flat.split(' ').filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// An address as RFC 2369 wants it between angle brackets, or nothing when it could
/// break out of them.
fn bare_url(url: &str) -> Option<&str> {
    let plain = |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '\\');
    (url.starts_with("https://") || url.starts_with("http://"))
        .then_some(url)
        .filter(|url| url.chars().all(plain))
}

/// RFC 3834: a machine wrote this, so that no machine answers.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(AutoSubmitted)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// RFC 2369: where to stop receiving this.
#[derive(Clone)]
struct ListUnsubscribe(String);

impl Header for ListUnsubscribe {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }

    fn parse(value: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(ListUnsubscribe(value.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        // Not encoded (RFC 2047 words are no addresses) and not folded: `bare_url` let
        // nothing through but visible ASCII.
        HeaderValue::dangerous_new_pre_encoded(Self::name(), self.0.clone(), self.0.clone())
    }
}

/// RFC 8058: one click is enough.
#[derive(Clone)]
struct ListUnsubscribePost;

impl Header for ListUnsubscribePost {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe-Post")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(ListUnsubscribePost)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "List-Unsubscribe=One-Click".to_owned())
    }
}

#[cfg(test)]
mod tests;
