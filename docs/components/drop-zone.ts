/**
 * Gives the files that a reader chooses with the button of a form, or drops anywhere on the page, to `take`. A file
 * that misses the form must not replace the page.
 */
export function startDropZone(form: HTMLFormElement, take: (files: readonly File[]) => void): void {
  const input = form.querySelector<HTMLInputElement>("input[type=file]")!;
  input.addEventListener("change", () => {
    take([...(input.files ?? [])]);
    input.value = "";
  });
  document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    form.classList.add("is-over");
  });
  document.addEventListener("dragleave", ({relatedTarget}) => {
    if (relatedTarget === null) form.classList.remove("is-over");
  });
  document.addEventListener("drop", (event) => {
    form.classList.remove("is-over");
    if (!hasFiles(event)) return;
    event.preventDefault();
    take([...event.dataTransfer.files]);
  });
}

function hasFiles(event: DragEvent): event is DragEvent & {dataTransfer: DataTransfer} {
  return event.dataTransfer?.types.includes("Files") ?? false;
}
