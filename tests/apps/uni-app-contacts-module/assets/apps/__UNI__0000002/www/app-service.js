var native = uni.requireNativePlugin('Book');
native.call({}, function (shown) { console.log(shown); });
