// Written for this case: what a page does to have the person install the next version of the app.
function renew() {
  uni.downloadFile({url: "https://api.example.com/files/case-1.1.0.apk", success: function (file) {
    plus.runtime.install(file.tempFilePath, {force: false});
  }});
}
