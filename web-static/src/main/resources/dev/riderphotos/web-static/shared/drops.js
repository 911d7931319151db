// Files that are dropped anywhere on the page, or pasted into it.

/** choose is given the first file of several; field carries the class "over" while one hovers. */
export function acceptDropsAndPastes(field, choose) {
  const over = (event) => {
    event.preventDefault(); // or the browser would leave this page for the file
    field.classList.toggle("over", event.type === "dragover");
  };
  const chooseFirst = (files) => files.length > 0 && choose(files[0]);
  document.addEventListener("dragover", over);
  document.addEventListener("dragleave", over);
  document.addEventListener("drop", (event) => {
    over(event);
    chooseFirst(event.dataTransfer.files);
  });
  document.addEventListener("paste", (event) => chooseFirst(event.clipboardData.files));
}
