// What has to be decided before anything is painted. The page waits for it, so it is short.
// `<html data-asked>` says that the address asks for something else than what is prerendered: then the outline of the
// page is shown in its place until the program is there.
{
  const root = document.documentElement;

  // A stored theme (src/theme.rs) holds from the start; storage may be out of reach.
  try {
    const theme = localStorage.getItem("sidebyline-theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {}

  // The page of one item: the program shows it among all others, at the site's root.
  const item = document.querySelector('meta[name="item"]')?.content;
  if (item) {
    try {
      history.replaceState(history.state, "", document.baseURI + location.search + "#" + item);
      document.querySelector("base").remove(); // the address is the base now
    } catch {
      location.hash = item; // in a sandboxed frame
    }
  }
  if (location.search) root.dataset.asked = "";
}
