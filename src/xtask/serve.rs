//! Serves `dist/` as production would: its headers, its compressed copies, its rules for unknown addresses.

pub mod answer;

use crate::arguments::Arguments;
use crate::build;
use crate::build::client::Effort;
use crate::commands::{is_installed, project_root};
use crate::watch::{self, Watched};
use answer::{Answer, Asked, answer, plain};
use anyhow::{Context, Result, anyhow, ensure};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;
use tiny_http::{Header, Method, Request, Response, Server};

const PORT: u16 = 8787;
/// A browser asks for six files at once.
const WORKERS: usize = 8;

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
    let server = Server::http(("127.0.0.1", port))
        .map_err(|error| anyhow!("cannot listen on port {port} ({error}); choose another with --port"))?;
    let port = server.server_addr().to_ip().map_or(port, |address| address.port());
    let address = format!("http://127.0.0.1:{port}/");
    println!("Handrail is at {address}  (stop with Ctrl-C)");
    if !flags.has("no-open") {
        open_browser(&address, flags.has("open"));
    }
    let (server, folder) = (Arc::new(server), Arc::new(folder));
    let workers: Vec<_> = (0..WORKERS)
        .map(|_| {
            let (server, folder, watched) = (Arc::clone(&server), Arc::clone(&folder), watched.clone());
            std::thread::spawn(move || {
                for request in server.incoming_requests() {
                    let answer = answered(&folder, &request, watched.as_deref());
                    // A browser that went away in the middle is no concern of ours.
                    let _ = send(request, answer);
                }
            })
        })
        .collect();
    for worker in workers {
        worker.join().map_err(|_| anyhow!("a worker of the server ended"))?;
    }
    Ok(())
}

fn answered(folder: &std::path::Path, request: &Request, watched: Option<&Watched>) -> Answer {
    match request.method() {
        Method::Get | Method::Head => {}
        _ => return plain(405, "Only GET and HEAD.\n"),
    }
    let header = |name: &str| {
        let found = request.headers().iter().find(|header| header.field.as_str().as_str().eq_ignore_ascii_case(name));
        found.map_or("", |header| header.value.as_str())
    };
    let asked = Asked { address: request.url(), accepts: header("Accept-Encoding"), has: header("If-None-Match") };
    match watched {
        Some(watched) => watched.answer(folder, asked),
        None => answer(folder, asked),
    }
}

fn send(request: Request, answer: Answer) -> Result<()> {
    let mut response =
        Response::from_data(answer.body).with_status_code(answer.status).with_chunked_threshold(usize::MAX);
    for (name, value) in &answer.headers {
        let header = Header::from_bytes(name.as_bytes(), value.as_bytes())
            .map_err(|()| anyhow!("the header {name} cannot be sent"))?;
        response.add_header(header);
    }
    request.respond(response).context("the browser went away")
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
