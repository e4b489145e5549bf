// Written for this case: what a page does to replace all pages of the app.
function renew() {
  uni.request({url: "https://api.example.com/v1/version", success: function (answer) {
    uni.downloadFile({url: answer.data.wgtUrl, success: function (file) {
      plus.runtime.install(file.tempFilePath, {force: true}, function () { plus.runtime.restart(); });
    }});
  }});
}
