document.getElementById("photo").onclick = function () {
  navigator.camera.getPicture(function (picture) { document.title = picture.length; });
};
