// Starts the program in a worker, to read a large file there (src/load/worker.rs). The page names its script, and gives the
// program as it has compiled it.
onmessage = async ({ data: [script, program] }) => {
  onmessage = null; // the program hears what comes next
  try {
    const { default: start } = await import(script);
    await start({ module_or_path: program });
  } catch {
    postMessage(["broken"]);
  }
};
// Whatever stops the program stops it for good.
addEventListener("unhandledrejection", () => postMessage(["broken"]));
