package uts.sdk.modules.loanPeople;

import io.dcloud.uts.UTSCallback;
import io.dcloud.uts.UTSJSONObject;

/** What the script asks with; in the shape that the compiler of UTS gives it. */
public class AskOptionsJSONObject extends UTSJSONObject {
    private UTSCallback success;

    public UTSCallback getSuccess() {
        return success;
    }

    public void setSuccess(UTSCallback success) {
        this.success = success;
    }
}
