//! A client that says exactly the bytes it is told, and reads what comes back.

use std::{net::SocketAddr, time::Duration};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// Nothing here may take longer; what does is a hang.
const PATIENCE: Duration = Duration::from_secs(20);

/// One connection.
pub struct Wire {
    stream: TcpStream,
    read: Vec<u8>,
}

/// What came back.
#[derive(Debug)]
pub struct Said {
    /// The status; 0 when the connection was closed without a word.
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Said {
    /// A header's values, joined.
    pub fn header(&self, name: &str) -> String {
        let values = self.headers.iter().filter(|(found, _)| found == name);
        values
            .map(|(_, value)| value.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The `Set-Cookie` line of this cookie.
    pub fn cookie(&self, name: &str) -> Option<String> {
        let lines = self.headers.iter().filter(|(found, _)| found == "set-cookie");
        lines
            .map(|(_, line)| line.clone())
            .find(|line| line.starts_with(&format!("{name}=")))
    }

    /// `name=value` of this cookie, to be sent back.
    pub fn cookie_pair(&self, name: &str) -> String {
        let line = self.cookie(name).unwrap_or_else(|| panic!("no cookie {name}"));
        line.split(';').next().unwrap().to_owned()
    }

    /// The form key in the page.
    pub fn key(&self) -> String {
        let text = self.text();
        let (_, rest) = text.split_once("name=\"_key\" value=\"").expect("a form key");
        rest.split('"').next().unwrap().to_owned()
    }
}

impl Wire {
    pub async fn open(address: SocketAddr) -> Wire {
        Wire {
            stream: TcpStream::connect(address).await.expect("a connection"),
            read: Vec::new(),
        }
    }

    /// Sends bytes; whether the other side still takes them.
    pub async fn say(&mut self, bytes: impl AsRef<[u8]>) -> bool {
        self.stream.write_all(bytes.as_ref()).await.is_ok()
    }

    /// Reads one answer; `head` when its body does not follow.
    pub async fn hear(&mut self, head: bool) -> Said {
        tokio::time::timeout(PATIENCE, self.hear_patiently(head))
            .await
            .expect("an answer in time")
    }

    async fn hear_patiently(&mut self, is_head: bool) -> Said {
        let end = loop {
            if let Some(end) = find(&self.read, b"\r\n\r\n") {
                break end;
            }
            if !self.more().await {
                return Said {
                    status: 0,
                    headers: Vec::new(),
                    body: std::mem::take(&mut self.read),
                };
            }
        };
        let head = String::from_utf8(self.read.drain(..end + 4).collect()).expect("a head in UTF-8");
        let mut lines = head.split("\r\n");
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers: Vec<(String, String)> = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
            .collect();
        let mut said = Said {
            status,
            headers,
            body: Vec::new(),
        };
        if !is_head && status != 304 {
            said.body = self.body(&said).await;
        }
        said
    }

    async fn body(&mut self, said: &Said) -> Vec<u8> {
        if let Ok(length) = said.header("content-length").parse::<usize>() {
            while self.read.len() < length && self.more().await {}
            assert!(self.read.len() >= length, "the body broke off");
            return self.read.drain(..length).collect();
        }
        if said.header("transfer-encoding") != "chunked" {
            while self.more().await {}
            return std::mem::take(&mut self.read);
        }
        let mut body = Vec::new();
        loop {
            let chunk = self.chunk().await;
            if chunk.is_empty() {
                return body;
            }
            body.extend(chunk);
        }
    }

    /// The next chunk of a chunked body.
    pub async fn chunk(&mut self) -> Vec<u8> {
        let line = loop {
            if let Some(line) = find(&self.read, b"\r\n") {
                break line;
            }
            assert!(self.more().await, "the body broke off");
        };
        let size: Vec<u8> = self.read.drain(..line + 2).collect();
        let size = usize::from_str_radix(std::str::from_utf8(&size).unwrap().trim(), 16).unwrap();
        while self.read.len() < size + 2 && self.more().await {}
        let mut chunk: Vec<u8> = self.read.drain(..size + 2).collect();
        chunk.truncate(size);
        chunk
    }

    /// Reads until the other side closes; whether it did so in time.
    pub async fn is_closed_within(&mut self, time: Duration) -> bool {
        tokio::time::timeout(time, async { while self.more().await {} })
            .await
            .is_ok()
    }

    async fn more(&mut self) -> bool {
        let mut buffer = [0; 16 * 1024];
        let patiently = tokio::time::timeout(PATIENCE, self.stream.read(&mut buffer)).await;
        match patiently.expect("bytes or an end in time") {
            Ok(0) | Err(_) => false,
            Ok(count) => {
                self.read.extend_from_slice(&buffer[..count]);
                true
            }
        }
    }
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}
