declare module "observablehq:stdlib" {
  export function FileAttachment(name: string): {url(): Promise<string>};
}
