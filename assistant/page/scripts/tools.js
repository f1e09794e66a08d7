// Head of the page: colours, language, leaving. The choice is kept in this browser alone.
const THEME = "ca-theme";
const address = new URL(location.href);
const kept = (name) => { try { return localStorage.getItem(name); } catch { return null; } };
const keep = (name, value) => { try { localStorage.setItem(name, value); } catch { /* private window */ } };

// Gradio reads the colours from its address when it starts.
if (kept(THEME) && !address.searchParams.has("__theme")) {
  address.searchParams.set("__theme", kept(THEME));
  history.replaceState(null, "", address);
}

const dark = () => document.body.classList.contains("dark");

const tools = {
  theme() {
    const next = dark() ? "light" : "dark";
    document.body.classList.toggle("dark", next === "dark");
    keep(THEME, next);
    const here = new URL(location.href);
    here.searchParams.set("__theme", next);
    history.replaceState(null, "", here);
  },
  language() {
    keep("ca-language", document.documentElement.lang.startsWith("en") ? "zh-CN" : "en");
    location.reload();
  },
  leave() {
    location.assign("logout");
  },
};

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-ca-tool]");
  if (button) tools[button.dataset.caTool]?.();
});
