//! A browser as lean as possible: it shares the cores with what it measures.

use std::net::SocketAddr;

use anyhow::Context;
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::{Request, client::conn::http1, header};
use hyper_util::rt::TokioIo;

/// One kept-alive connection.
pub struct Connection {
    sender: http1::SendRequest<Full<Bytes>>,
}

/// What came back.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The body as it came over the wire.
    pub body: Bytes,
    /// Its encoding.
    pub encoding: String,
    /// Cookies set.
    pub cookies: Vec<String>,
    /// Where a redirect leads.
    pub location: String,
}

impl Connection {
    /// Connects.
    pub async fn open(address: SocketAddr) -> anyhow::Result<Connection> {
        let stream = tokio::net::TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Connection { sender })
    }

    /// GET as a browser sends it.
    pub async fn get(&mut self, path: &str, cookies: &str) -> anyhow::Result<Answer> {
        let request = Request::get(path).header(header::ACCEPT_ENCODING, "gzip");
        self.send(request, cookies, Bytes::new()).await
    }

    /// POST of a form.
    pub async fn post(&mut self, path: &str, cookies: &str, form: &[(&str, &str)]) -> anyhow::Result<Answer> {
        let body = serde_html_form::to_string(form)?;
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, cookies, body.into()).await
    }

    async fn send(
        &mut self,
        request: hyper::http::request::Builder,
        cookies: &str,
        body: Bytes,
    ) -> anyhow::Result<Answer> {
        let request = request
            .header(header::HOST, "localhost")
            .header(header::COOKIE, cookies)
            .header(header::ACCEPT_LANGUAGE, "fr");
        self.sender.ready().await?;
        let answer = self.sender.send_request(request.body(Full::new(body))?).await?;
        let text = |name: header::HeaderName| {
            answer
                .headers()
                .get(name)
                .and_then(|value| value.to_str().ok())
                .unwrap_or_default()
                .to_owned()
        };
        let (encoding, location) = (text(header::CONTENT_ENCODING), text(header::LOCATION));
        let cookies = answer
            .headers()
            .get_all(header::SET_COOKIE)
            .iter()
            .filter_map(|value| Some(value.to_str().ok()?.split(';').next()?.to_owned()));
        let cookies = cookies.collect();
        let status = answer.status().as_u16();
        Ok(Answer {
            status,
            body: answer.into_body().collect().await?.to_bytes(),
            encoding,
            cookies,
            location,
        })
    }
}

/// A signed-in person.
#[derive(Clone)]
pub struct Browser {
    /// Where the server listens.
    pub address: SocketAddr,
    /// The server's process.
    pub server: u32,
    /// The cookies, as sent.
    pub cookies: String,
}

impl Browser {
    /// Signs in with the demo's password.
    pub async fn sign_in(address: SocketAddr, server: u32, email: &str) -> anyhow::Result<Browser> {
        let mut connection = Connection::open(address).await?;
        let page = connection.plain("/sign-in", "").await?;
        let visit = page.cookies.join("; ");
        let key = form_key(&page.text()).context("the sign-in page has no form")?;
        let answer = connection
            .post(
                "/sign-in",
                &visit,
                &[("_key", &key), ("email", email), ("password", "demo-jem-2026")],
            )
            .await?;
        anyhow::ensure!(answer.status == 303, "sign-in answers {}", answer.status);
        Ok(Browser {
            address,
            server,
            cookies: answer.cookies.join("; "),
        })
    }

    /// One page, as a browser gets it.
    ///
    /// # Errors
    /// When the server does not answer.
    pub async fn get(&self, path: &str) -> anyhow::Result<Answer> {
        let mut connection = Connection::open(self.address).await?;
        connection.get(path, &self.cookies).await
    }

    /// One page, to be read here.
    ///
    /// # Errors
    /// When the server does not answer.
    pub async fn read(&self, path: &str) -> anyhow::Result<Answer> {
        let mut connection = Connection::open(self.address).await?;
        connection.plain(path, &self.cookies).await
    }

    /// Sends a form with a key from a page of this browser's.
    ///
    /// # Errors
    /// When the server does not answer, or gives no key.
    pub async fn post(&self, path: &str, form: &[(&str, &str)]) -> anyhow::Result<Answer> {
        let mut connection = Connection::open(self.address).await?;
        // Any page of a member holds a form: that to sign out.
        let page = connection.plain("/help", &self.cookies).await?.text();
        let key = form_key(&page).context("no form on a member's page")?;
        let mut fields = vec![("_key", key.as_str())];
        fields.extend_from_slice(form);
        connection.post(path, &self.cookies, &fields).await
    }
}

impl Connection {
    /// GET without compression, for pages that are read here.
    pub async fn plain(&mut self, path: &str, cookies: &str) -> anyhow::Result<Answer> {
        self.send(Request::get(path), cookies, Bytes::new()).await
    }
}

impl Answer {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// The last form key of a page.
pub fn form_key(page: &str) -> Option<String> {
    let after = page.rsplit_once("name=\"_key\" value=\"")?.1;
    Some(after.split('"').next()?.to_owned())
}
