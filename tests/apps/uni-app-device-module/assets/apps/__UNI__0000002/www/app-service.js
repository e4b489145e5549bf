var native = uni.requireNativePlugin('Device');
native.call({}, function (shown) { console.log(shown); });
