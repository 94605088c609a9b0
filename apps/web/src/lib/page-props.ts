/** What Next hands to a page; `Names` are the parameters in brackets of its route. */
export interface PageProps<Names extends string = never> {
  params: Promise<Record<Names, string>>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}
