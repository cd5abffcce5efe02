// What has to be decided before anything is painted. The page waits for it, so it is short.
// `<html data-asked>` says that the address asks for something else than what is prerendered: then the outline of the
// page is shown in its place until the program is there.
{
  const root = document.documentElement;

  const query = new URLSearchParams(location.search);
  const embed = query.get("embed") === "1";
  root.toggleAttribute("data-embed", embed);
  root.toggleAttribute("data-framed", window.parent !== window);

  // The theme holds from the start and not only from the program's (src/theme.rs): the address's own, or what the reader
  // has chosen on this site, which says nothing of other sites' pages. Storage may be out of reach.
  const isTheme = (name) => name === "light" || name === "dark";
  let theme = query.get("theme");
  try {
    if (!embed && !isTheme(theme)) theme = localStorage.getItem("sidebyline-theme");
  } catch {}
  if (isTheme(theme)) root.dataset.theme = theme;

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
