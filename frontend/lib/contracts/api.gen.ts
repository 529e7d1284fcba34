/* Generated from contracts/openapi.json by `npm run contracts`. Do not edit. */

export interface paths {
    "/api/artifacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CreateArtifact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/artifacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetArtifact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["RenameArtifact"];
        trace?: never;
    };
    "/api/artifacts/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListArtifactVersions"];
        put?: never;
        post: operations["AppendArtifactVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetCatalog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/{table}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["DescribeTable"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/{table}/columns/{column}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["DescribeColumn"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Chat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListConversations"];
        put?: never;
        post?: never;
        delete: operations["ClearConversations"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetConversation"];
        put?: never;
        post?: never;
        delete: operations["DeleteConversation"];
        options?: never;
        head?: never;
        patch: operations["RenameConversation"];
        trace?: never;
    };
    "/api/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["UploadDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["DeleteDataset"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{name}/dependents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetDatasetDependents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PreviewDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/preview/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CommitPreview"];
        delete: operations["DiscardPreview"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListJobs"];
        put?: never;
        post: operations["SubmitJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetJob"];
        put?: never;
        post?: never;
        delete: operations["DeleteJob"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["FollowJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/files/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DownloadJobFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RefreshJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StopJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RunQuery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/{cacheKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/{cacheKey}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RefreshResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CancelRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["FollowRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RateRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListTemplates"];
        put?: never;
        post: operations["CreateTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetTemplate"];
        put?: never;
        post?: never;
        delete: operations["DeleteTemplate"];
        options?: never;
        head?: never;
        patch: operations["RenameTemplate"];
        trace?: never;
    };
    "/api/templates/{id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["OpenTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ChatAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ApiProblem: {
            /** @enum {string} */
            code: "invalid_request" | "message_empty" | "message_too_long" | "unsupported_media_type" | "not_found" | "conflict" | "run_in_progress" | "too_many_requests" | "host_not_allowed" | "origin_not_allowed" | "unauthorized" | "sql_syntax" | "sql_not_read_only" | "sql_forbidden" | "unknown_table" | "unknown_column" | "unknown_param" | "invalid_param" | "sql_failed" | "query_timeout" | "query_cancelled" | "result_too_large" | "unknown_result" | "engine_unavailable" | "file_too_large" | "file_unreadable" | "file_type_unsupported" | "dataset_exists" | "unknown_dataset" | "storage_full" | "model_unavailable" | "model_refused" | "model_rate_limited" | "model_timeout" | "model_protocol" | "unknown_model" | "not_understood" | "tool_failed" | "step_limit" | "code_invalid" | "storage_unavailable" | "internal";
            detail: string;
            details: null | {
                [key: string]: unknown;
            };
            retryable: boolean;
            /** Format: int32 */
            status: number;
            title: string;
            type: string;
        };
        AppendVersionRequest: {
            code?: null | string;
            paramValues?: null | {
                [key: string]: unknown;
            };
            queries?: null | components["schemas"]["ArtifactResultInput"][];
        };
        Artifact: {
            conversationId: null | components["schemas"]["ConversationId"];
            /** Format: date-time */
            createdAt: string;
            id: components["schemas"]["ArtifactId"];
            latest: components["schemas"]["ArtifactVersion"];
            title: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: int32 */
            versionCount: number;
        };
        /** Format: uuid */
        ArtifactId: string;
        ArtifactQuery: {
            cacheKey: null | string;
            columns: components["schemas"]["ResultColumn"][];
            engine: string;
            inlineRows: null | components["schemas"]["RawJson"];
            name: string;
            params: {
                [key: string]: unknown;
            };
            sql: null | string;
        };
        ArtifactResultInput: {
            columns?: null | components["schemas"]["ResultColumn"][];
            name: string;
            params?: null | {
                [key: string]: unknown;
            };
            rows?: null | unknown[][];
            sql?: null | string;
        };
        ArtifactVersion: {
            code: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: int32 */
            number: number;
            params: {
                [key: string]: components["schemas"]["ParamDefinition"];
            };
            paramValues: {
                [key: string]: unknown;
            };
            prompt: null | string;
            queries: components["schemas"]["ArtifactQuery"][];
            understanding: null | string;
        };
        /** @enum {string} */
        BatchFormat: "parquet" | "csv";
        BatchProgress: {
            /** Format: int64 */
            bytesRead: null | number;
            /** Format: double */
            fraction: null | number;
            /** Format: int32 */
            stagesDone: null | number;
            /** Format: int32 */
            stagesTotal: null | number;
            /** Format: int64 */
            tasksDone: null | number;
            /** Format: int64 */
            tasksTotal: null | number;
        };
        CatalogColumn: {
            description: null | string;
            name: string;
            profile: components["schemas"]["ColumnProfile"];
            role: components["schemas"]["ColumnRole"];
            synonyms: string[];
            type: string;
            unit: null | string;
        };
        CatalogResponse: {
            dataVersion: string;
            suggestions: string[];
            tables: components["schemas"]["CatalogTable"][];
        };
        CatalogTable: {
            /** Format: int64 */
            bytes: null | number;
            columns: components["schemas"]["CatalogColumn"][];
            description: null | string;
            foreignKeys: components["schemas"]["ForeignKey"][];
            isSample: boolean;
            name: string;
            primaryKey: string[];
            /** Format: int64 */
            rowCount: number;
            source: null | string;
            synonyms: string[];
        };
        ChatRequest: {
            /** Format: uuid */
            artifactId?: null | string;
            /** Format: uuid */
            conversationId?: null | string;
            message: string;
            model?: null | string;
        };
        ColumnChoice: {
            column: string;
            name: null | string;
            type: null | string;
        };
        ColumnPreview: {
            header: string;
            name: string;
            type: string;
            types: string[];
        };
        ColumnProfile: {
            /** Format: int64 */
            distinctCount: number;
            max: null | string;
            min: null | string;
            /** Format: int64 */
            nullCount: number;
            topValues: components["schemas"]["ValueCount"][];
        };
        /** @enum {string} */
        ColumnRole: "unknown" | "key" | "label" | "category" | "time" | "measure" | "flag" | "text";
        ColumnWords: {
            description: string;
            synonyms: string[];
            unit: string;
        };
        ConfigLimits: {
            /** Format: int32 */
            messageChars: number;
            /** Format: int32 */
            renderMs: number;
            /** Format: int64 */
            uploadBytes: number;
        };
        ConfigResponse: {
            frameOriginTemplate: string;
            limits: components["schemas"]["ConfigLimits"];
            models: components["schemas"]["ModelChoice"][];
            version: string;
        };
        /** Format: uuid */
        ConversationId: string;
        ConversationMessage: {
            /** Format: uuid */
            artifactId: null | string;
            /** Format: int32 */
            artifactVersion: null | number;
            content: string;
            finishReason: null | components["schemas"]["FinishReason"];
            id: components["schemas"]["MessageId"];
            role: components["schemas"]["MessageRole"];
            /** Format: uuid */
            runId: null | string;
            /** Format: date-time */
            timestamp: string;
        };
        ConversationResponse: {
            activeRunId: null | components["schemas"]["RunId"];
            /** Format: date-time */
            createdAt: string;
            id: components["schemas"]["ConversationId"];
            messages: components["schemas"]["ConversationMessage"][];
            title: string;
            /** Format: date-time */
            updatedAt: string;
        };
        ConversationSummary: {
            /** Format: date-time */
            createdAt: string;
            id: components["schemas"]["ConversationId"];
            title: string;
            /** Format: date-time */
            updatedAt: string;
        };
        CreateArtifactRequest: {
            code: string;
            params?: null | {
                [key: string]: unknown;
            };
            results: components["schemas"]["ArtifactResultInput"][];
            title: string;
        };
        CreateTemplateRequest: {
            artifactId: components["schemas"]["ArtifactId"];
            name: string;
            paramValues?: null | {
                [key: string]: unknown;
            };
            /** Format: int32 */
            version?: null | number;
        };
        DatasetPreview: {
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            tables: components["schemas"]["TablePreview"][];
        };
        DatasetResponse: {
            table: components["schemas"]["CatalogTable"];
            tables: components["schemas"]["CatalogTable"][];
        };
        DatasetUploadRequest: {
            asOne?: null | boolean;
            file: components["schemas"]["IFormFile"];
            name?: null | string;
        };
        DependentChart: {
            conversationId: components["schemas"]["ConversationId"];
            id: components["schemas"]["ArtifactId"];
            title: string;
        };
        DependentsResponse: {
            charts: components["schemas"]["DependentChart"][];
            isComplete: boolean;
            tables: string[];
            templates: components["schemas"]["DependentTemplate"][];
        };
        DependentTemplate: {
            id: components["schemas"]["TemplateId"];
            name: string;
        };
        /** @enum {string} */
        ErrorCode: "invalid_request" | "message_empty" | "message_too_long" | "unsupported_media_type" | "not_found" | "conflict" | "run_in_progress" | "too_many_requests" | "host_not_allowed" | "origin_not_allowed" | "unauthorized" | "sql_syntax" | "sql_not_read_only" | "sql_forbidden" | "unknown_table" | "unknown_column" | "unknown_param" | "invalid_param" | "sql_failed" | "query_timeout" | "query_cancelled" | "result_too_large" | "unknown_result" | "engine_unavailable" | "file_too_large" | "file_unreadable" | "file_type_unsupported" | "dataset_exists" | "unknown_dataset" | "storage_full" | "model_unavailable" | "model_refused" | "model_rate_limited" | "model_timeout" | "model_protocol" | "unknown_model" | "not_understood" | "tool_failed" | "step_limit" | "code_invalid" | "storage_unavailable" | "internal";
        /** @enum {string} */
        FeedbackRating: "up" | "down";
        FeedbackRequest: {
            comment?: null | string;
            rating: components["schemas"]["FeedbackRating"];
        };
        /** @enum {string} */
        FinishReason: "stop" | "error" | "cancelled" | "limit" | "clarify";
        ForeignKey: {
            columns: string[];
            /** @default true */
            declared: boolean;
            toColumns: string[];
            toTable: string;
        };
        HealthResponse: {
            status: string;
        };
        /** Format: binary */
        IFormFile: string;
        JobApiRequest: {
            engine?: null | string;
            outputFormat?: null | components["schemas"]["BatchFormat"];
            query: string;
        };
        JobFailure: {
            code: components["schemas"]["ErrorCode"];
            message: string;
            retryable: boolean;
        };
        JobFileResponse: {
            /** Format: int64 */
            bytes: number;
            name: string;
            url: string;
        };
        JobResponse: {
            /** Format: int32 */
            attempt: number;
            /** Format: date-time */
            createdAt: string;
            engine: string;
            failure: null | components["schemas"]["JobFailure"];
            /** Format: date-time */
            finishedAt: null | string;
            /** Format: uuid */
            id: string;
            outputFormat: components["schemas"]["BatchFormat"];
            progress: null | components["schemas"]["BatchProgress"];
            query: string;
            result: null | components["schemas"]["JobResultResponse"];
            /** Format: date-time */
            startedAt: null | string;
            state: components["schemas"]["JobState"];
            table: string;
        };
        JobResultResponse: {
            /** Format: int64 */
            bytes: number;
            columns: components["schemas"]["ResultColumn"][];
            /** Format: double */
            elapsedMs: number;
            /** Format: date-time */
            fetchedAt: string;
            files: components["schemas"]["JobFileResponse"][];
            /** Format: int64 */
            rowCount: number;
            truncated: boolean;
        };
        /** @enum {string} */
        JobState: "queued" | "checking" | "running" | "committing" | "done" | "failed" | "cancelled" | "timed_out";
        JsonElement: unknown;
        /** Format: uuid */
        MessageId: string;
        /** @enum {string} */
        MessageRole: "user" | "assistant";
        ModelChoice: {
            isDefault: boolean;
            name: string;
        };
        PageOfArtifactVersion: {
            items: components["schemas"]["ArtifactVersion"][];
            nextCursor: null | string;
        };
        PageOfConversationSummary: {
            items: components["schemas"]["ConversationSummary"][];
            nextCursor: null | string;
        };
        PageOfJobResponse: {
            items: components["schemas"]["JobResponse"][];
            nextCursor: null | string;
        };
        PageOfTemplateSummary: {
            items: components["schemas"]["TemplateSummary"][];
            nextCursor: null | string;
        };
        ParamDefinition: {
            default: components["schemas"]["JsonElement"];
            label: null | string;
            /** Format: double */
            max: null | number;
            /** Format: double */
            min: null | number;
            options: null | unknown[];
            scope: components["schemas"]["ParamScope"];
            /** Format: double */
            step: null | number;
            type: components["schemas"]["ParamType"];
        };
        /** @enum {string} */
        ParamScope: "view" | "query";
        /** @enum {string} */
        ParamType: "number" | "text" | "boolean" | "select" | "multiselect" | "color" | "date" | "dateRange";
        PreviewCommitRequest: {
            tables: components["schemas"]["TableChoice"][];
        };
        QueryApiRequest: {
            /** Format: int32 */
            limit?: null | number;
            params?: null | {
                [key: string]: unknown;
            };
            sql: string;
        };
        QueryResponse: {
            cacheKey: string;
            change: null | components["schemas"]["ResultChange"];
            columns: components["schemas"]["ResultColumn"][];
            dataVersion: string;
            /** Format: double */
            elapsedMs: number;
            engine: string;
            /** Format: date-time */
            fetchedAt: string;
            fromCache: boolean;
            /** Format: int64 */
            rowCount: number;
            rows: components["schemas"]["RawJson"];
            sampling: null | components["schemas"]["Sampling"];
            truncated: boolean;
        };
        RawJson: unknown[][];
        RenameRequest: {
            name: string;
        };
        ResultChange: {
            addedColumns: string[];
            removedColumns: string[];
            retypedColumns: string[];
            /** Format: int64 */
            rowCountAfter: number;
            /** Format: int64 */
            rowCountBefore: number;
        };
        ResultColumn: {
            name: string;
            type: string;
        };
        RetitleRequest: {
            title: string;
        };
        /** Format: uuid */
        RunId: string;
        Sampling: {
            /** Format: int64 */
            fromRows: number;
            method: components["schemas"]["SamplingMethod"];
            rest: null | components["schemas"]["SamplingRest"];
            series: null | string;
            /** Format: int32 */
            toRows: number;
            x: null | string;
            y: string[];
        };
        /** @enum {string} */
        SamplingMethod: "all" | "min_max" | "top" | "share" | "first";
        SamplingRest: {
            /** Format: int64 */
            categories: number;
            label: string;
        };
        /** Format: binary */
        Stream: string;
        TableChoice: {
            columns: null | components["schemas"]["ColumnChoice"][];
            name: string;
            /** @default false */
            replace: boolean;
            /** Format: int32 */
            table: number;
        };
        TablePreview: {
            columns: components["schemas"]["ColumnPreview"][];
            freeName: string;
            isTaken: boolean;
            name: string;
            origin: string;
            /** Format: int64 */
            rowCount: number;
            rows: components["schemas"]["RawJson"];
            /** Format: int32 */
            table: number;
        };
        TableWords: {
            description: string;
            synonyms: string[];
        };
        /** Format: uuid */
        TemplateId: string;
        TemplateResponse: {
            artifactId: components["schemas"]["ArtifactId"];
            /** Format: date-time */
            createdAt: string;
            id: components["schemas"]["TemplateId"];
            name: string;
            prompt: null | string;
            /** Format: date-time */
            updatedAt: string;
            version: components["schemas"]["ArtifactVersion"];
        };
        TemplateSummary: {
            artifactId: components["schemas"]["ArtifactId"];
            /** Format: date-time */
            createdAt: string;
            id: components["schemas"]["TemplateId"];
            name: string;
            prompt: null | string;
            /** Format: date-time */
            updatedAt: string;
        };
        ValueCount: {
            /** Format: int64 */
            count: number;
            value: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type ApiProblem = components['schemas']['ApiProblem'];
export type AppendVersionRequest = components['schemas']['AppendVersionRequest'];
export type Artifact = components['schemas']['Artifact'];
export type ArtifactId = components['schemas']['ArtifactId'];
export type ArtifactQuery = components['schemas']['ArtifactQuery'];
export type ArtifactResultInput = components['schemas']['ArtifactResultInput'];
export type ArtifactVersion = components['schemas']['ArtifactVersion'];
export type BatchFormat = components['schemas']['BatchFormat'];
export type BatchProgress = components['schemas']['BatchProgress'];
export type CatalogColumn = components['schemas']['CatalogColumn'];
export type CatalogResponse = components['schemas']['CatalogResponse'];
export type CatalogTable = components['schemas']['CatalogTable'];
export type ChatRequest = components['schemas']['ChatRequest'];
export type ColumnChoice = components['schemas']['ColumnChoice'];
export type ColumnPreview = components['schemas']['ColumnPreview'];
export type ColumnProfile = components['schemas']['ColumnProfile'];
export type ColumnRole = components['schemas']['ColumnRole'];
export type ColumnWords = components['schemas']['ColumnWords'];
export type ConfigLimits = components['schemas']['ConfigLimits'];
export type ConfigResponse = components['schemas']['ConfigResponse'];
export type ConversationId = components['schemas']['ConversationId'];
export type ConversationMessage = components['schemas']['ConversationMessage'];
export type ConversationResponse = components['schemas']['ConversationResponse'];
export type ConversationSummary = components['schemas']['ConversationSummary'];
export type CreateArtifactRequest = components['schemas']['CreateArtifactRequest'];
export type CreateTemplateRequest = components['schemas']['CreateTemplateRequest'];
export type DatasetPreview = components['schemas']['DatasetPreview'];
export type DatasetResponse = components['schemas']['DatasetResponse'];
export type DatasetUploadRequest = components['schemas']['DatasetUploadRequest'];
export type DependentChart = components['schemas']['DependentChart'];
export type DependentsResponse = components['schemas']['DependentsResponse'];
export type DependentTemplate = components['schemas']['DependentTemplate'];
export type ErrorCode = components['schemas']['ErrorCode'];
export type FeedbackRating = components['schemas']['FeedbackRating'];
export type FeedbackRequest = components['schemas']['FeedbackRequest'];
export type FinishReason = components['schemas']['FinishReason'];
export type ForeignKey = components['schemas']['ForeignKey'];
export type HealthResponse = components['schemas']['HealthResponse'];
export type IFormFile = components['schemas']['IFormFile'];
export type JobApiRequest = components['schemas']['JobApiRequest'];
export type JobFailure = components['schemas']['JobFailure'];
export type JobFileResponse = components['schemas']['JobFileResponse'];
export type JobResponse = components['schemas']['JobResponse'];
export type JobResultResponse = components['schemas']['JobResultResponse'];
export type JobState = components['schemas']['JobState'];
export type JsonElement = components['schemas']['JsonElement'];
export type MessageId = components['schemas']['MessageId'];
export type MessageRole = components['schemas']['MessageRole'];
export type ModelChoice = components['schemas']['ModelChoice'];
export type PageOfArtifactVersion = components['schemas']['PageOfArtifactVersion'];
export type PageOfConversationSummary = components['schemas']['PageOfConversationSummary'];
export type PageOfJobResponse = components['schemas']['PageOfJobResponse'];
export type PageOfTemplateSummary = components['schemas']['PageOfTemplateSummary'];
export type ParamDefinition = components['schemas']['ParamDefinition'];
export type ParamScope = components['schemas']['ParamScope'];
export type ParamType = components['schemas']['ParamType'];
export type PreviewCommitRequest = components['schemas']['PreviewCommitRequest'];
export type QueryApiRequest = components['schemas']['QueryApiRequest'];
export type QueryResponse = components['schemas']['QueryResponse'];
export type RawJson = components['schemas']['RawJson'];
export type RenameRequest = components['schemas']['RenameRequest'];
export type ResultChange = components['schemas']['ResultChange'];
export type ResultColumn = components['schemas']['ResultColumn'];
export type RetitleRequest = components['schemas']['RetitleRequest'];
export type RunId = components['schemas']['RunId'];
export type Sampling = components['schemas']['Sampling'];
export type SamplingMethod = components['schemas']['SamplingMethod'];
export type SamplingRest = components['schemas']['SamplingRest'];
export type Stream = components['schemas']['Stream'];
export type TableChoice = components['schemas']['TableChoice'];
export type TablePreview = components['schemas']['TablePreview'];
export type TableWords = components['schemas']['TableWords'];
export type TemplateId = components['schemas']['TemplateId'];
export type TemplateResponse = components['schemas']['TemplateResponse'];
export type TemplateSummary = components['schemas']['TemplateSummary'];
export type ValueCount = components['schemas']['ValueCount'];
export type $defs = Record<string, never>;
export interface operations {
    CreateArtifact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateArtifactRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Artifact"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    GetArtifact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Artifact"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    RenameArtifact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetitleRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    ListArtifactVersions: {
        parameters: {
            query?: {
                Cursor?: string;
                Limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfArtifactVersion"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    AppendArtifactVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppendVersionRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Artifact"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    GetCatalog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogResponse"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    DescribeTable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                table: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TableWords"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogTable"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    DescribeColumn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                column: string;
                table: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ColumnWords"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogTable"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    Chat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChatRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    GetConfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfigResponse"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    ListConversations: {
        parameters: {
            query?: {
                Cursor?: string;
                Limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfConversationSummary"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    ClearConversations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    GetConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationResponse"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    DeleteConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    RenameConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetitleRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    UploadDataset: {
        parameters: {
            query?: {
                replace?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["DatasetUploadRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetResponse"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    DeleteDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    GetDatasetDependents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DependentsResponse"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    PreviewDataset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["DatasetUploadRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetPreview"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    CommitPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewCommitRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetResponse"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    DiscardPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    ListJobs: {
        parameters: {
            query?: {
                Cursor?: string;
                Limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfJobResponse"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    SubmitJob: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobApiRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    GetJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    DeleteJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    FollowJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    DownloadJobFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.apache.parquet": components["schemas"]["Stream"];
                    "text/csv; charset=utf-8": components["schemas"]["Stream"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    RefreshJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    StopJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    RunQuery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueryApiRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryResponse"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    GetResult: {
        parameters: {
            query?: {
                Aggregate?: string;
                Format?: string;
                Limit?: number;
                Name?: string;
                Offset?: number;
                Points?: number;
                Series?: string;
                X?: string;
                Y?: string[];
            };
            header?: never;
            path: {
                cacheKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.apache.parquet": components["schemas"]["Stream"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["Stream"];
                    "text/csv; charset=utf-8": components["schemas"]["Stream"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    RefreshResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cacheKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryResponse"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    CancelRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    FollowRun: {
        parameters: {
            query?: {
                lastEventId?: string;
            };
            header?: {
                "Last-Event-ID"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    RateRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedbackRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    ListTemplates: {
        parameters: {
            query?: {
                Cursor?: string;
                Limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfTemplateSummary"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    CreateTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTemplateRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateResponse"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    GetTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateResponse"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    DeleteTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    RenameTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    OpenTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Artifact"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    ChatAlias: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChatRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    GetHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthResponse"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
    GetReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthResponse"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ApiProblem"];
                };
            };
        };
    };
}
