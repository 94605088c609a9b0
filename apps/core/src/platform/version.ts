/** Set at build time by the release; a working copy says so. */
export const version = process.env.RELEASE_VERSION ?? process.env.npm_package_version ?? '0.1.0';
