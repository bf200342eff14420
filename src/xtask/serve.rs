//! Serves `dist/` as production would: its headers, its compressed copies, its rules for unknown addresses.

pub mod answer;

use crate::arguments::Arguments;
use crate::build;
use crate::build::client::Effort;
use crate::commands::{is_installed, project_root};
use crate::watch::{self, Watched};
use answer::{Answer, Asked, answer, plain};
use anyhow::{Context, Result, ensure};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{ACCEPT_ENCODING, IF_NONE_MATCH};
use hyper::http::uri::PathAndQuery;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response};
use hyper_util::rt::TokioIo;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;
use tokio::net::TcpListener;

const PORT: u16 = 8787;

/// `cargo xtask serve`: builds, prints the address, opens the browser where there is one, and serves until it is stopped.
///
/// # Errors
/// When the build fails or the port is taken.
pub fn serve(flags: &Arguments) -> Result<()> {
    let root = project_root()?;
    let effort = if flags.has("quick") { Effort::Quick } else { Effort::Release };
    let folder = flags.text("dist").map_or_else(|| root.join("dist"), PathBuf::from);
    if !flags.has("no-build") {
        ensure!(flags.text("dist").is_none(), "--dist serves a finished build; it goes with --no-build");
        build::build(&root, effort)?;
    }
    ensure!(folder.join("index.html").is_file(), "there is no build in {}", folder.display());
    let watched = flags.has("watch").then(|| watch::start(root, effort, folder.clone()));
    let port = flags.number("port", PORT)?;
    tokio::runtime::Builder::new_multi_thread().enable_io().build()?.block_on(async {
        let listener = TcpListener::bind(("127.0.0.1", port))
            .await
            .with_context(|| format!("cannot listen on port {port}; choose another with --port"))?;
        let address = format!("http://{}/", listener.local_addr()?);
        println!("Handrail is at {address}  (stop with Ctrl-C)");
        if !flags.has("no-open") {
            open_browser(&address, flags.has("open"));
        }
        answer_all(listener, Arc::new(Site { folder, watched })).await
    })
}

/// What is served.
struct Site {
    folder: PathBuf,
    watched: Option<Arc<Watched>>,
}

/// Every connection by itself, so that one which a browser keeps open for later holds up no other.
async fn answer_all(listener: TcpListener, site: Arc<Site>) -> Result<()> {
    loop {
        let (stream, _) = listener.accept().await?;
        let site = Arc::clone(&site);
        tokio::spawn(async move {
            let answer = service_fn(move |request| {
                let site = Arc::clone(&site);
                async move { sent(answered(&site, &request)) }
            });
            // A browser that went away in the middle is no concern of ours.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), answer).await;
        });
    }
}

fn answered(site: &Site, request: &Request<Incoming>) -> Answer {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return plain(405, "Only GET and HEAD.\n");
    }
    let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let address = request.uri().path_and_query().map_or("/", PathAndQuery::as_str);
    let asked = Asked { address, accepts: header(ACCEPT_ENCODING), has: header(IF_NONE_MATCH) };
    match &site.watched {
        Some(watched) => watched.answer(&site.folder, asked),
        None => answer(&site.folder, asked),
    }
}

fn sent(answer: Answer) -> hyper::http::Result<Response<Full<Bytes>>> {
    let response = Response::builder().status(answer.status);
    let with_header =
        |response: hyper::http::response::Builder, (name, value)| response.header::<&str, String>(name, value);
    answer.headers.into_iter().fold(response, with_header).body(Full::from(answer.body))
}

/// Tries to show the page. Without a display there is no browser to open, unless the person insists.
fn open_browser(address: &str, insisted: bool) {
    let program = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let has_display = cfg!(target_os = "macos")
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
    if !is_installed(program) || !(has_display || insisted) {
        return;
    }
    let started = Command::new(program).arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    if started.is_err() && insisted {
        eprintln!("Could not open a browser; the address is {address}");
    }
}
