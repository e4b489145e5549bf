package com.example.hotfixed;

import com.tencent.tinker.loader.app.TinkerApplication;

/** The Application that Tinker's documents ask for: 7 stands for all that can be patched. */
public class LoanApplication extends TinkerApplication {
    public LoanApplication() {
        super(7, "com.example.hotfixed.LoanApplicationLike", "com.tencent.tinker.loader.TinkerLoader");
    }
}
