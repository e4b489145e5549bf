// Written for this case: a page that asks a server for today's rates.
function rates() {
  uni.request({url: "https://api.example.com/v1/rates", success: function (answer) { console.log(answer.data); }});
}
