// Generated from src by scripts/browser.ts. Do not edit.
export const listPictures = {"name":"users.list_pictures","method":"GET","path":"/users/pictures"};
export const mostPicturesAtOnce = 100;
export const removeOwnPicture = {"name":"me.remove_picture","method":"DELETE","path":"/me/picture"};
export const removePicture = {"name":"users.remove_picture","method":"DELETE","path":"/users/{id}/picture"};
export const setOwnPicture = {"name":"me.set_picture","method":"PUT","path":"/me/picture"};
